import type { Clock } from '#kit/clock.ts';

const MINUTE = 60_000;
/** Milliseconds for which a basket counts, from the first call in it. */
export const KEPT_FOR = 10 * MINUTE;

/** What was used within one minute; times are those of the monotonic clock. */
interface Basket {
  readonly minute: number;
  /** The first call of the minute. */
  readonly since: number;
  usedMs: number;
}

export interface Use {
  readonly operatingMs: number;
  /** Milliseconds until the oldest basket leaves the sum. */
  readonly resetIn: number;
}

/**
 * Measures how long each caller keeps each method busy, in one-minute baskets over the last ten minutes, as documented
 * in https://apidocs.bitrix24.com/limits.html. In memory: a restart forgives.
 * Setting the clock of the machine makes it no longer and no shorter.
 */
export class Operating {
  readonly #clock: Clock;
  /** The baskets of a caller and a method, oldest first. A key made of both would be a new text with each call. */
  readonly #uses = new Map<string, Map<string, Basket[]>>();
  #sweptAt = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Adds to the caller's use of the method and answers with the sum. */
  add(caller: string, method: string, milliseconds: number): Use {
    const now = this.#clock.monotonic();
    this.#sweep(now);
    const baskets = this.#baskets(caller, method, now);
    const minute = Math.floor(now / MINUTE);
    let newest = baskets.at(-1);
    if (newest?.minute !== minute) {
      newest = { minute, since: now, usedMs: 0 };
      baskets.push(newest);
    }
    newest.usedMs += milliseconds;
    return sumOf(baskets, now);
  }

  /** The sum as it stands. */
  used(caller: string, method: string): Use {
    const now = this.#clock.monotonic();
    return sumOf(counting(this.#uses.get(caller)?.get(method) ?? [], now), now);
  }

  /** Those that count, to be added to. */
  #baskets(caller: string, method: string, now: number): Basket[] {
    let ofCaller = this.#uses.get(caller);
    if (!ofCaller) {
      ofCaller = new Map();
      this.#uses.set(caller, ofCaller);
    }
    const known = ofCaller.get(method);
    const baskets = counting(known ?? [], now);
    if (baskets !== known) ofCaller.set(method, baskets);
    return baskets;
  }

  /** Callers that have been silent for long are forgotten. */
  #sweep(now: number): void {
    if (now - this.#sweptAt < KEPT_FOR) return;
    this.#sweptAt = now;
    for (const [caller, ofCaller] of this.#uses) {
      for (const [method, baskets] of ofCaller)
        if ((baskets.at(-1)?.since ?? 0) + KEPT_FOR <= now) ofCaller.delete(method);
      if (ofCaller.size === 0) this.#uses.delete(caller);
    }
  }
}

/** Looked at with every call, and nearly never is there one that has to go. */
function counting(baskets: Basket[], now: number): Basket[] {
  const [oldest] = baskets;
  return oldest === undefined || oldest.since + KEPT_FOR > now
    ? baskets
    : baskets.filter((basket) => basket.since + KEPT_FOR > now);
}

function sumOf(baskets: readonly Basket[], now: number): Use {
  let operatingMs = 0;
  for (const { usedMs } of baskets) operatingMs += usedMs;
  return { operatingMs, resetIn: (baskets[0]?.since ?? now) + KEPT_FOR - now };
}
