import type { Clock } from './clock.ts';

/** So much at once, and so much more with each second that passes. */
export class Allowance {
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

  /** Whether {@link take} would give one now. */
  get hasSome(): boolean {
    this.#refill();
    return this.#left >= 1;
  }

  take(): boolean {
    if (!this.hasSome) return false;
    this.#left -= 1;
    return true;
  }

  #refill(): void {
    const now = this.#clock.monotonic();
    this.#left = Math.min(this.#most, this.#left + ((now - this.#since) / 1_000) * this.#perSecond);
    this.#since = now;
  }
}
