import type { Clock } from '#kit/clock.ts';
import type { Conclusion } from './worker-context.ts';

/** Tries at once, and for each second, of which all is kept. */
const ARRIVED = { atOnce: 200, perSecond: 20 };
const FAILED = { atOnce: 2_000, perSecond: 100 };

/**
 * Of which tries all is kept that was sent and answered. A portal that sends thousands of events a second would write
 * more of that than of anything else; then a part of them has to do, and of the others what became of them.
 */
export class WholeTries {
  readonly #arrived: Allowance;
  readonly #failed: Allowance;

  constructor(clock: Clock) {
    this.#arrived = new Allowance(clock, ARRIVED);
    this.#failed = new Allowance(clock, FAILED);
  }

  admits(end: Conclusion['kind']): boolean {
    return (end === 'delivered' ? this.#arrived : this.#failed).take();
  }
}

class Allowance {
  readonly #clock: Clock;
  readonly #most: number;
  readonly #perSecond: number;
  #left: number;
  #since: number;

  constructor(clock: Clock, { atOnce, perSecond }: { readonly atOnce: number; readonly perSecond: number }) {
    this.#clock = clock;
    this.#most = atOnce;
    this.#perSecond = perSecond;
    this.#left = atOnce;
    this.#since = clock.monotonic();
  }

  take(): boolean {
    const now = this.#clock.monotonic();
    this.#left = Math.min(this.#most, this.#left + ((now - this.#since) / 1_000) * this.#perSecond);
    this.#since = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
