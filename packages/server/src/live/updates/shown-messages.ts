import type { Clock } from '#kit/clock.ts';

/** Messages of which it is remembered where they were shown, the newest. */
const MOST = 2_000;
/** Of one message: that it was written, and its newest changes. */
const MOST_OF_ONE = 20;

/** That a message, as it was then, went out to the open pages of those who see it. */
export interface Shown {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly what: 'added' | 'changed' | 'deleted';
  /** Whose pages they were. */
  readonly userIds: readonly number[];
  readonly windows: number;
}

/** Remembers for a while when messages came to which open pages. */
export class ShownMessages {
  readonly #clock: Clock;
  readonly #byMessage = new Map<number, Shown[]>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  note(messageId: number, shown: Omit<Shown, 'at'>): void {
    if (shown.windows === 0) return;
    const known = this.#byMessage.get(messageId) ?? [];
    this.#byMessage.delete(messageId);
    this.#byMessage.set(messageId, [...known.slice(1 - MOST_OF_ONE), { at: this.#clock.now(), ...shown }]);
    if (this.#byMessage.size <= MOST) return;
    const [oldest] = this.#byMessage.keys();
    if (oldest !== undefined) this.#byMessage.delete(oldest);
  }

  /** Oldest first. */
  of(messageId: number): readonly Shown[] {
    return this.#byMessage.get(messageId) ?? [];
  }
}
