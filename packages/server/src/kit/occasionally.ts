import type { Clock } from './clock.ts';

/** What is the same within so many milliseconds is told once. */
const EVERY = 60_000;
/** Kinds that are counted at a time; beyond that a kind is told of as often as it happens. */
const KINDS = 10_000;

/**
 * Tells what happens often without flooding the log: the first of a kind at once, those that follow within a minute
 * together at its end.
 */
export class Occasionally {
  readonly #clock: Clock;
  readonly #counts = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** `first` is called now or not at all; `more` after a minute, with how many followed, where any did. */
  tell(kind: string, first: () => void, more: (count: number) => void): void {
    const count = this.#counts.get(kind);
    if (count !== undefined) {
      this.#counts.set(kind, count + 1);
      return;
    }
    first();
    if (this.#counts.size >= KINDS) return;
    this.#counts.set(kind, 0);
    this.#clock.after(EVERY, () => {
      const followed = this.#counts.get(kind) ?? 0;
      this.#counts.delete(kind);
      if (followed > 0) more(followed);
    });
  }
}
