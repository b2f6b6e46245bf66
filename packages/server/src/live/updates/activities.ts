import type { Clock } from '#kit/clock.ts';
import type { Update } from './update.ts';

type Activity = Extract<Update, { kind: 'typing' }>;

interface Current {
  readonly told: Activity;
  /** As the clock says it that is never set. */
  readonly until: number;
  readonly isFor: (userId: number) => boolean;
}

/** What bots are busy with and said how long it will take: for pages that are opened meanwhile. */
export class Activities {
  readonly #clock: Clock;
  readonly #current = new Map<string, Current>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** A new activity takes the place of the last one of whoever it is of, and a message of theirs ends it. */
  note(update: Update, isFor: (userId: number) => boolean): void {
    if (update.kind === 'message') this.#current.delete(keyOf(update.chatId, update.message.author_id));
    if (update.kind !== 'typing' || update.seconds === undefined) return;
    const until = this.#clock.monotonic() + update.seconds * 1000;
    this.#current.set(keyOf(update.chatId, update.userId), { told: update, until, isFor });
  }

  /** With the seconds that are left of each. */
  seenBy(userId: number): Activity[] {
    const now = this.#clock.monotonic();
    for (const [key, { until }] of this.#current) if (until <= now) this.#current.delete(key);
    return [...this.#current.values()]
      .filter(({ isFor }) => isFor(userId))
      .map(({ told, until }) => ({ ...told, seconds: Math.ceil((until - now) / 1000) }));
  }
}

function keyOf(chatId: number, userId: number): string {
  return `${chatId}:${userId}`;
}
