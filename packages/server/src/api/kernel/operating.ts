import type { Clock } from '../../kit/clock.ts';

const MINUTE = 60_000;
const BASKETS = 10;

/** Ten one-minute baskets, as documented in https://apidocs.bitrix24.com/limits.html */
interface Use {
  /** Sums in milliseconds; the basket of a minute is at `minute % 10`. */
  readonly sums: Float64Array;
  readonly minutes: Float64Array;
}

/** Measures how long each caller keeps each method busy. In memory: a restart forgives. */
export class Operating {
  readonly #clock: Clock;
  readonly #uses = new Map<string, Use>();
  #sweptAt = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Adds to the caller's use of the method and answers with the sum over the last ten minutes. */
  add(caller: string, method: string, milliseconds: number): { operatingMs: number; operatingResetAt: number } {
    const minute = Math.floor(this.#clock.now() / MINUTE);
    this.#sweep(minute);
    const key = `${caller} ${method}`;
    let use = this.#uses.get(key);
    if (!use) {
      use = { sums: new Float64Array(BASKETS), minutes: new Float64Array(BASKETS).fill(-1) };
      this.#uses.set(key, use);
    }
    const basket = minute % BASKETS;
    if (use.minutes[basket] !== minute) {
      use.minutes[basket] = minute;
      use.sums[basket] = 0;
    }
    use.sums[basket] = (use.sums[basket] ?? 0) + milliseconds;
    return sum(use, minute);
  }

  /** Callers that have been silent for ten minutes are forgotten. */
  #sweep(minute: number): void {
    if (minute - this.#sweptAt < BASKETS) return;
    this.#sweptAt = minute;
    for (const [key, use] of this.#uses) if (use.minutes.every((one) => one <= minute - BASKETS)) this.#uses.delete(key);
  }
}

function sum(use: Use, minute: number): { operatingMs: number; operatingResetAt: number } {
  let operatingMs = 0;
  let oldest = minute;
  for (let i = 0; i < BASKETS; i += 1) {
    const at = use.minutes[i] ?? -1;
    if (at <= minute - BASKETS) continue;
    operatingMs += use.sums[i] ?? 0;
    if (at < oldest) oldest = at;
  }
  return { operatingMs, operatingResetAt: (oldest + BASKETS) * MINUTE };
}
