import type { Clock } from '#kit/clock.ts';

/** Milliseconds in which those who wait are let go together when their time is over. */
const TOGETHER = 250;

interface Waiter {
  readonly receiverIds: readonly number[];
  readonly until: number;
  readonly resolve: (hasCome: boolean) => void;
}

/** Somebody who waits. */
export interface Waiting {
  /** Resolves with true when something has come for one of the receivers, else with false. */
  readonly ended: Promise<boolean>;
  /** Ends it: nobody is there any more who would be told. */
  end(): void;
}

const OVER: Waiting = { ended: Promise.resolve(false), end: () => undefined };

/**
 * Where calls wait until something has come for a receiver, or their time is over. However many wait there is one timer,
 * and what wakes one costs nothing to the others.
 */
export class Arrivals {
  readonly #clock: Clock;
  readonly #byReceiver = new Map<number, Set<Waiter>>();
  readonly #waiters = new Set<Waiter>();
  #timer: (() => void) | undefined;
  #isClosed = false;
  #count = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** How many times something has come: who has looked since the last one need not look again. */
  get count(): number {
    return this.#count;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Calls that wait. */
  get size(): number {
    return this.#waiters.size;
  }

  /** Something has come for the receiver. */
  came(receiverId: number): void {
    this.#count += 1;
    const waiters = this.#byReceiver.get(receiverId);
    if (waiters) for (const waiter of [...waiters]) this.#release(waiter, true);
  }

  /** For one of the receivers, and so many milliseconds at most. */
  wait(receiverIds: readonly number[], milliseconds: number): Waiting {
    if (this.#isClosed || milliseconds <= 0) return OVER;
    const { promise: ended, resolve } = promised();
    const waiter = { receiverIds, until: this.#clock.monotonic() + milliseconds, resolve };
    this.#waiters.add(waiter);
    for (const id of receiverIds) {
      const waiters = this.#byReceiver.get(id);
      if (waiters) waiters.add(waiter);
      else this.#byReceiver.set(id, new Set([waiter]));
    }
    this.#timer ??= this.#clock.after(Math.min(TOGETHER, milliseconds), () => this.#tick());
    return { ended, end: () => this.#release(waiter) };
  }

  /** Lets everybody go, and whoever comes later. */
  close(): void {
    this.#isClosed = true;
    this.#timer?.();
    this.#timer = undefined;
    for (const waiter of [...this.#waiters]) this.#release(waiter);
  }

  #tick(): void {
    this.#timer = undefined;
    const now = this.#clock.monotonic();
    for (const waiter of [...this.#waiters]) if (waiter.until <= now) this.#release(waiter);
    if (this.#waiters.size > 0) this.#timer = this.#clock.after(TOGETHER, () => this.#tick());
  }

  #release(waiter: Waiter, hasCome = false): void {
    this.#waiters.delete(waiter);
    for (const id of waiter.receiverIds) {
      const waiters = this.#byReceiver.get(id);
      waiters?.delete(waiter);
      if (waiters?.size === 0) this.#byReceiver.delete(id);
    }
    waiter.resolve(hasCome);
  }
}

function promised() {
  let resolve: (hasCome: boolean) => void = () => undefined;
  const promise = new Promise<boolean>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
