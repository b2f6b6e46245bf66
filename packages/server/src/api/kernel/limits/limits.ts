import type { Clock } from '#kit/clock.ts';
import { systemErrors } from '../call/api-error.ts';
import type { ApiCaller } from '../definition/api-caller.ts';
import type { Method } from '../definition/defined-method.ts';
import { type BucketSize, LeakyBuckets } from './leaky-bucket.ts';
import type { Operating } from './operating.ts';

/** What callers may use; what is left out is not limited. */
export interface Limits {
  /** Of requests, for each source address and portal. */
  readonly rate?: BucketSize;
  /** Seconds that a caller may keep a method busy in ten minutes. */
  readonly operatingSeconds?: number;
}

/** The limits of the cloud by tariff: https://apidocs.bitrix24.com/limits.html */
export const TARIFFS = {
  standard: { rate: { requests: 50, drainedPerSecond: 2 }, operatingSeconds: 480 },
  enterprise: { rate: { requests: 250, drainedPerSecond: 5 }, operatingSeconds: 480 },
} as const satisfies Readonly<Record<string, Limits>>;

/** Seconds where the limit of time is switched on by itself, as it can be on a portal that is not in the cloud. */
export const SELF_HOSTED_OPERATING_SECONDS = 420;

/** Where a request came from; looked at only where it matters. */
export interface Sender {
  readonly ip: string;
}

/** As long as an address can be; a proxy may say more than that. */
const ADDRESS_LENGTH = 45;

/** Turns away programs that ask too much. People at our own pages are not programs. */
export class Limiter {
  readonly #buckets: LeakyBuckets | undefined;
  readonly #operating: Operating;
  readonly #operatingMs: number;

  constructor(limits: Limits, operating: Operating, clock: Clock) {
    this.#buckets = limits.rate && new LeakyBuckets(clock, limits.rate);
    this.#operating = operating;
    this.#operatingMs = (limits.operatingSeconds ?? Number.POSITIVE_INFINITY) * 1000;
  }

  /** One request, however many calls there are in it. */
  admit({ auth, portal }: ApiCaller, sender: Sender): void {
    if (!this.#buckets || auth === 'session') return;
    if (!this.#buckets.take(`${portal.id} ${sender.ip.slice(0, ADDRESS_LENGTH)}`)) throw systemErrors.tooManyRequests();
  }

  /** Whether the caller has used up the time of the method; the call that does so is still answered, the next is not. */
  isExhausted({ auth, key }: ApiCaller, { name, isUncounted }: Method): boolean {
    if (isUncounted || auth === 'session') return false;
    return this.#operating.used(key, name).operatingMs > this.#operatingMs;
  }
}
