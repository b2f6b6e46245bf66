import type { Change } from '#domain/event.ts';

/** A unit of work that is under way. */
export interface OpenUnit {
  /** What it has announced so far. */
  changes: Change[];
  /** Chats that it has changed. */
  readonly chats: Set<number>;
  /** Units that had changed one of its chats before it did, and were not known to be at their end. */
  readonly after: Set<OpenUnit>;
  isOpen: boolean;
}

/**
 * Tells of units in the order in which they changed a chat. A server lets the next unit have the chat before it answers the
 * commit of the one before: on a busy machine the answer to the later commit may come first, and whoever listens would
 * take the later message for the earlier one.
 */
export class CommitOrder {
  readonly #tell: (changes: readonly Change[]) => void;
  readonly #open = new Set<OpenUnit>();
  #waiting: OpenUnit[] = [];

  constructor(tell: (changes: readonly Change[]) => void) {
    this.#tell = tell;
  }

  begin(): OpenUnit {
    const unit: OpenUnit = { changes: [], chats: new Set(), after: new Set(), isOpen: true };
    this.#open.add(unit);
    return unit;
  }

  /** The unit runs once more: nothing of what it did before is left. */
  again(unit: OpenUnit): void {
    unit.changes = [];
    unit.chats.clear();
    unit.after.clear();
  }

  announce(unit: OpenUnit, change: Change): void {
    const chatId = chatOf(change);
    if (chatId !== undefined && !unit.chats.has(chatId)) {
      for (const other of this.#open) if (other !== unit && other.chats.has(chatId)) unit.after.add(other);
      unit.chats.add(chatId);
    }
    unit.changes.push(change);
  }

  /** What was not committed is told to nobody. */
  end(unit: OpenUnit, isTold: boolean): void {
    unit.isOpen = false;
    this.#open.delete(unit);
    if (isTold && unit.changes.length > 0) this.#waiting.push(unit);
    // Those that wait longest are not first where they wait for this one.
    const ready = this.#waiting.filter(isReady);
    this.#waiting = this.#waiting.filter((one) => !isReady(one));
    for (const one of inOrder(ready)) this.#tell(one.changes);
    // Or each would keep the one before it, without an end.
    for (const one of [unit, ...ready]) if (!this.#waiting.includes(one)) one.after.clear();
  }
}

function isReady({ after }: OpenUnit): boolean {
  return [...after].every(({ isOpen }) => !isOpen);
}

/** Each behind those it came after; those that came after each other as they ended. */
function inOrder(units: readonly OpenUnit[]): readonly OpenUnit[] {
  const told = new Set<OpenUnit>();
  const place = (unit: OpenUnit, path: ReadonlySet<OpenUnit>) => {
    if (told.has(unit) || path.has(unit)) return;
    for (const before of unit.after) if (units.includes(before)) place(before, new Set([...path, unit]));
    told.add(unit);
  };
  for (const unit of units) place(unit, new Set());
  return [...told];
}

/** Of no chat: 0 or undefined. */
function chatOf(change: Change): number | undefined {
  const chatId = 'chatId' in change ? change.chatId : 'lane' in change ? change.lane : 0;
  return chatId === 0 ? undefined : chatId;
}
