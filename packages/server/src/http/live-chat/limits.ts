import { LeakyBuckets } from '#api/kernel/limits/leaky-bucket.ts';
import type { Clock } from '#kit/clock.ts';
import { networkOf } from '../network.ts';

/**
 * How much visitors may ask for, as anybody can be one. What a visitor writes is for people and bots to answer; to look
 * costs less. New visitors are counted by where they come from: a browser can be as many of them as it likes.
 */
export class VisitorLimits {
  readonly #written: LeakyBuckets;
  readonly #looked: LeakyBuckets;
  readonly #begun: LeakyBuckets;
  readonly #sent: LeakyBuckets;

  constructor(clock: Clock) {
    this.#written = new LeakyBuckets(clock, { requests: 15, drainedPerSecond: 0.5 });
    this.#looked = new LeakyBuckets(clock, { requests: 60, drainedPerSecond: 2 });
    this.#begun = new LeakyBuckets(clock, { requests: 30, drainedPerSecond: 0.05 });
    this.#sent = new LeakyBuckets(clock, { requests: 120, drainedPerSecond: 5 });
  }

  mayWrite(token: string, ip: string): boolean {
    return this.#sent.take(networkOf(ip)) && this.#written.take(token);
  }

  mayLook(token: string): boolean {
    return this.#looked.take(token);
  }

  mayBegin(ip: string): boolean {
    return this.#begun.take(networkOf(ip));
  }
}
