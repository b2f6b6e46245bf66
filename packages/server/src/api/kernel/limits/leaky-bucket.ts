import type { Clock } from '#kit/clock.ts';

/** How much a bucket holds, and how fast it runs dry. */
export interface BucketSize {
  readonly requests: number;
  readonly drainedPerSecond: number;
}

/** So many senders are remembered at once; beyond that, the one that was silent the longest is forgiven. */
const MOST = 100_000;

interface Bucket {
  level: number;
  /** The last time something went in. */
  at: number;
}

/**
 * A bucket for each sender: every request adds one, time takes away, and what does not fit is refused and adds nothing.
 * As documented in https://apidocs.bitrix24.com/limits.html.
 */
export class LeakyBuckets {
  readonly #clock: Clock;
  readonly #size: BucketSize;
  /** In the order in which they were last filled, so that those that have run dry stand in front. */
  readonly #buckets = new Map<string, Bucket>();

  constructor(clock: Clock, size: BucketSize) {
    this.#clock = clock;
    this.#size = size;
  }

  /** Senders whose buckets are not known to be empty. */
  get size(): number {
    return this.#buckets.size;
  }

  /** Whether one more request of the sender fits, which is then in. */
  take(sender: string): boolean {
    const now = this.#clock.monotonic();
    this.#forget(now);
    const bucket = this.#buckets.get(sender);
    const drained = bucket ? ((now - bucket.at) * this.#size.drainedPerSecond) / 1000 : 0;
    const level = Math.max(0, (bucket?.level ?? 0) - drained);
    // Not quite 1: what has drained is a fraction that may have been rounded.
    if (level + 1 > this.#size.requests + 1e-6) return false;
    this.#buckets.delete(sender);
    this.#buckets.set(sender, { level: level + 1, at: now });
    return true;
  }

  /** At most two each time: more go than come, and no request waits for a great sweep. */
  #forget(now: number): void {
    const dryAfter = (this.#size.requests / this.#size.drainedPerSecond) * 1000;
    let left = 2;
    for (const [sender, { at }] of this.#buckets) {
      if (left === 0 || (now - at < dryAfter && this.#buckets.size <= MOST)) return;
      this.#buckets.delete(sender);
      left -= 1;
    }
  }
}
