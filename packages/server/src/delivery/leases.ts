import type { Clock } from '#kit/clock.ts';
import type { Store } from '#storage/store.ts';
import type { Lease } from '#storage/stores/delivery-leases.ts';
import { outbox } from '#storage/stores/outbox.ts';

/** A lease outlives its owner by so much; it is renewed three times as often. */
const LEASE = 15_000;
export const RENEW_EVERY = 5_000;
/** Let go so much earlier than the others may take it: their clock and ours tick differently. */
const MARGIN = 1_000;

/** A lease of this process, good for as long as its term lasts. */
export interface HeldLease extends Lease {
  readonly term: number;
}

/**
 * The leases of this process on receivers. All of them end together, by a clock that nobody can set back; after that a new
 * term begins, for which each receiver must be claimed anew: somebody else may have had it in between.
 */
export class Leases {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #owner: string;
  #term = 0;
  #ends = 0;
  #renewing: Promise<void> | undefined;

  constructor(store: Store, clock: Clock, owner: string) {
    this.#store = store;
    this.#clock = clock;
    this.#owner = owner;
  }

  /** undefined: another process has the receiver. */
  async claim(receiverId: number): Promise<HeldLease | undefined> {
    const began = this.#clock.monotonic();
    const now = this.#clock.now();
    const lease = await this.#store.writeWith((session) =>
      outbox(session).lockReceiver(receiverId, this.#owner, now, now + LEASE),
    );
    if (!lease) return undefined;
    if (!this.#isRunning()) {
      this.#term += 1;
      this.#ends = began + LEASE - MARGIN;
    }
    return { ...lease, term: this.#term };
  }

  /** Asked before every exchange. */
  holds(lease: HeldLease): boolean {
    return lease.term === this.#term && this.#isRunning();
  }

  /** Prolongs the term, unless it is over or being prolonged. */
  async renew(): Promise<void> {
    if (this.#renewing || !this.#isRunning()) return;
    const term = this.#term;
    const ends = this.#clock.monotonic() + LEASE - MARGIN;
    const until = this.#clock.now() + LEASE;
    this.#renewing = this.#store.writeWith((session) => outbox(session).updateLeases(this.#owner, until));
    try {
      await this.#renewing;
      if (term === this.#term && this.#isRunning()) this.#ends = ends;
    } finally {
      this.#renewing = undefined;
    }
  }

  async release(): Promise<void> {
    this.#ends = 0;
    await this.#store.writeWith((session) => outbox(session).updateReleased(this.#owner));
  }

  #isRunning(): boolean {
    return this.#clock.monotonic() < this.#ends;
  }
}
