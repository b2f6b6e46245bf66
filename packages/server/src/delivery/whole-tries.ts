import { Allowance } from '#kit/allowance.ts';
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
