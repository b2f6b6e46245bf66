import type { Clock } from '#kit/clock.ts';

export interface ThrottleOptions {
  /** Tries that cost no waiting. */
  readonly free: number;
  /** Milliseconds to wait after the first try beyond those; each further one doubles them. */
  readonly first: number;
  /** No wait is longer than this. */
  readonly longest: number;
}

interface Tries {
  readonly count: number;
  readonly lastAt: number;
}

/** Milliseconds without a try after which there were none. */
const FORGOTTEN_AFTER = 60 * 60 * 1000;

/** Keys at a time; beyond that the one that was tried longest ago is forgotten, so that memory stays ours. */
const KEPT = 10_000;

/** Lets each key be tried a few times, and then ever more slowly. */
export class Throttle {
  readonly #clock: Clock;
  readonly #options: ThrottleOptions;
  /** In the order of their last try. */
  readonly #tries = new Map<string, Tries>();

  constructor(clock: Clock, options: ThrottleOptions) {
    this.#clock = clock;
    this.#options = options;
  }

  /** Milliseconds until the key may be tried again. */
  wait(key: string): number {
    const { count, lastAt } = this.#of(key);
    const { free, first, longest } = this.#options;
    const delay = count < free ? 0 : Math.min(longest, first * 2 ** Math.min(count - free, 30));
    return Math.max(0, lastAt + delay - this.#clock.monotonic());
  }

  count(key: string): void {
    this.#put(key, this.#of(key).count + 1, this.#clock.monotonic());
  }

  /** The last try is to be as if it had not been. */
  takeBack(key: string): void {
    const { count, lastAt } = this.#of(key);
    this.#put(key, count - 1, lastAt);
  }

  forget(key: string): void {
    this.#tries.delete(key);
  }

  #of(key: string): Tries {
    const found = this.#tries.get(key);
    return found && this.#clock.monotonic() - found.lastAt < FORGOTTEN_AFTER ? found : { count: 0, lastAt: 0 };
  }

  #put(key: string, count: number, lastAt: number): void {
    this.#tries.delete(key);
    if (count > 0) this.#tries.set(key, { count, lastAt });
    const [oldest] = this.#tries.keys();
    if (this.#tries.size > KEPT && oldest !== undefined) this.#tries.delete(oldest);
  }
}
