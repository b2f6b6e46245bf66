import type { Change } from '#domain/event.ts';
import type { Happening } from '#live/happening.ts';
import type { Hub } from '#live/hub.ts';

/** What somebody who waits is woken by. over: nothing has happened, or they are not to wait any longer. */
export type Woken = 'changed' | 'typing' | 'over';

/** Pages that wait at once, and those of one chat: more of them are answered without waiting. */
const MOST = 2_000;
const MOST_IN_CHAT = 5;

const CHANGES: ReadonlySet<Change['type']> = new Set([
  'messageAdded',
  'messageChanged',
  'messageDeleted',
  'membersChanged',
  'typing',
]);

/** Visitors' pages that wait for something to happen in their chats. */
export class Watchers {
  readonly #waiting = new Map<number, Set<Watcher>>();
  readonly #end: () => void;
  #count = 0;
  #isClosed = false;

  constructor(hub: Pick<Hub<Happening>, 'subscribe'>) {
    this.#end = hub.subscribe((happening) => {
      if (happening.kind === 'change') this.#tell(happening.change);
    });
  }

  /** From now on nothing that happens in the chat is missed. */
  watch(chatId: number, visitorId: number): Watcher {
    const watcher = new Watcher(visitorId, () => this.#forget(chatId, watcher));
    const others = this.#waiting.get(chatId) ?? new Set();
    if (this.#isClosed || this.#count >= MOST) watcher.wake('over');
    else {
      // The oldest one is most likely of a page that is not there any more.
      const [oldest] = others;
      if (others.size >= MOST_IN_CHAT) oldest?.end();
      this.#waiting.set(chatId, others.add(watcher));
      this.#count += 1;
    }
    return watcher;
  }

  /** Nobody waits any longer. */
  close(): void {
    this.#isClosed = true;
    this.#end();
    for (const watchers of [...this.#waiting.values()]) for (const watcher of [...watchers]) watcher.end();
  }

  #tell(change: Change): void {
    if (!CHANGES.has(change.type) || !('chatId' in change)) return;
    for (const watcher of this.#waiting.get(change.chatId) ?? []) {
      if (change.type !== 'typing') watcher.wake('changed');
      else if (change.userId !== watcher.visitorId) watcher.wake('typing');
    }
  }

  #forget(chatId: number, watcher: Watcher): void {
    const watchers = this.#waiting.get(chatId);
    if (!watchers?.delete(watcher)) return;
    this.#count -= 1;
    if (watchers.size === 0) this.#waiting.delete(chatId);
  }
}

export class Watcher {
  readonly visitorId: number;
  readonly #forget: () => void;
  #woken: Woken | undefined;
  #resolve: ((woken: Woken) => void) | undefined;
  #isOver = false;

  constructor(visitorId: number, forget: () => void) {
    this.visitorId = visitorId;
    this.#forget = forget;
  }

  /** What has happened since the last time, or what happens next. */
  next(): Promise<Woken> {
    const woken = this.#isOver ? 'over' : this.#woken;
    this.#woken = undefined;
    if (woken) return Promise.resolve(woken);
    return new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  /** A change that was not looked at yet says more than that somebody types. */
  wake(woken: Woken): void {
    if (woken === 'over') this.#isOver = true;
    const resolve = this.#resolve;
    this.#resolve = undefined;
    if (resolve) resolve(woken);
    else if (this.#woken !== 'changed') this.#woken = woken;
  }

  end(): void {
    this.#forget();
    this.wake('over');
  }
}
