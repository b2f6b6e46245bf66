import type { Clock } from '#kit/clock.ts';
import { Turns } from './turns.ts';

/** Exchanges that are ended in one turn of the loop: a thousand that began together end together, too. */
export const ENDED_AT_ONCE = 8;

interface Timed {
  readonly endsAt: number;
  readonly onOver: () => void;
}

/** One time limit for many: what began first is over first, so that one timer does for all of them. */
export class TimeLimit {
  readonly milliseconds: number;
  readonly #clock: Clock;
  readonly #turns = new Turns(ENDED_AT_ONCE);
  /** In the order in which they began. */
  readonly #running = new Set<Timed>();
  #stopLooking: (() => void) | undefined;

  constructor(clock: Clock, milliseconds: number) {
    this.#clock = clock;
    this.milliseconds = milliseconds;
  }

  /** Calls `onOver` when it has lasted too long, unless it is called off before. */
  start(onOver: () => void): () => void {
    const timed = { endsAt: this.#clock.monotonic() + this.milliseconds, onOver };
    this.#running.add(timed);
    this.#stopLooking ??= this.#clock.after(this.milliseconds, () => this.#look());
    return () => void this.#running.delete(timed);
  }

  /** Nothing ends by it any more. */
  stop(): void {
    this.#stopLooking?.();
    this.#running.clear();
  }

  #look(): void {
    this.#stopLooking = undefined;
    const now = this.#clock.monotonic();
    for (const timed of this.#running) {
      if (timed.endsAt > now) {
        this.#stopLooking = this.#clock.after(timed.endsAt - now, () => this.#look());
        return;
      }
      // What ends by itself while it waits for its turn is not ended once more.
      this.#turns.run(() => void (this.#running.delete(timed) && timed.onOver()));
    }
  }
}
