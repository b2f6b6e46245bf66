import type { PendingEvent } from '../storage/outbox.ts';

interface Lane {
  readonly queue: PendingEvent[];
  isBusy: boolean;
  /** The head was tried and must wait; milliseconds since 1970. */
  blockedUntil: number;
}

/** The events of one bot that are in hand, by lane: of each lane only the oldest may go. */
export class Lanes {
  readonly #lanes = new Map<number, Lane>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  push(event: PendingEvent): void {
    let lane = this.#lanes.get(event.lane);
    if (!lane) {
      lane = { queue: [], isBusy: false, blockedUntil: 0 };
      this.#lanes.set(event.lane, lane);
    }
    if (lane.queue.length === 0) lane.blockedUntil = event.nextTryAt;
    lane.queue.push(event);
    this.#size += 1;
  }

  /** The head of a lane that is free to go at `now`; its lane is busy from then on. */
  take(now: number): PendingEvent | undefined {
    for (const lane of this.#lanes.values()) {
      const head = lane.queue[0];
      if (!head || lane.isBusy || lane.blockedUntil > now) continue;
      lane.isBusy = true;
      return head;
    }
    return undefined;
  }

  /** The event has come to its end: the next of its lane may go. */
  done(event: PendingEvent): void {
    const lane = this.#lanes.get(event.lane);
    if (!lane) return;
    lane.queue.shift();
    lane.isBusy = false;
    this.#size -= 1;
    const next = lane.queue[0];
    if (next) {
      lane.blockedUntil = next.nextTryAt;
      // To the end of the round: a lane with much to say does not keep the others waiting.
      this.#lanes.delete(event.lane);
      this.#lanes.set(event.lane, lane);
    } else this.#lanes.delete(event.lane);
  }

  /** The event stays at the head of its lane and is tried again then. */
  postpone(event: PendingEvent, until: number): void {
    const lane = this.#lanes.get(event.lane);
    const head = lane?.queue[0];
    if (!lane || !head) return;
    lane.queue[0] = { ...head, attempts: head.attempts + 1, nextTryAt: until };
    lane.isBusy = false;
    lane.blockedUntil = until;
  }

  /** When the next lane comes free of its wait; undefined: none waits. */
  nextDue(): number | undefined {
    let due: number | undefined;
    for (const lane of this.#lanes.values()) {
      if (lane.isBusy || lane.queue.length === 0) continue;
      if (due === undefined || lane.blockedUntil < due) due = lane.blockedUntil;
    }
    return due;
  }
}
