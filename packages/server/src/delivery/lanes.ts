import type { PendingEvent } from '#storage/stores/outbox.ts';
import { append, type Lane, laneOf } from './lane.ts';

/** Events of one lane that are buffered, at most: a lane that does not move must not keep the others out. */
export const LANE_LIMIT = 64;

/** The buffered events of one receiver, by lane: of each lane only the oldest may go. */
export class Lanes {
  readonly #lanes = new Map<number, Lane>();
  readonly #dry = new Set<number>();
  readonly #skipped = new Set<number>();
  /** Events that came to their end while others change the outbox: what is read of it may be older than that. */
  #ended: Set<number> | undefined;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** More of the lane is buffered than what goes next. */
  isSupplied(lane: number): boolean {
    return (this.#lanes.get(lane)?.queue.length ?? 0) > 1;
  }

  /** There are events that were met and left in the outbox. */
  get hasMore(): boolean {
    for (const lane of this.#lanes.values()) if (lane.hasMore) return true;
    return false;
  }

  /** Buffers an event, or remembers that its lane has more than there is room for. true: it is the next of its lane. */
  push(event: PendingEvent): boolean {
    if (this.#ended?.has(event.id)) return false;
    const lane = this.#lanes.get(event.lane);
    if (!lane) {
      this.#lanes.set(event.lane, laneOf(event));
      this.#size += 1;
      return true;
    }
    if (lane.hasMore || lane.queue.length >= LANE_LIMIT) lane.hasMore = true;
    else this.#append(lane, event);
    return false;
  }

  /** There are lanes of which nothing is buffered, though there is more. */
  get isDry(): boolean {
    return this.#dry.size > 0;
  }

  /** Lanes of which nothing is buffered any more, though there is more after the event `after`. */
  dry(): { lane: number; after: number }[] {
    return [...this.#dry].map((lane) => ({ lane, after: this.#lanes.get(lane)?.lastId ?? 0 }));
  }

  /** Gives a dry lane what came next in it. */
  refill(lane: number, events: readonly PendingEvent[], hasMore: boolean): void {
    this.#dry.delete(lane);
    const known = this.#lanes.get(lane);
    if (!known) return;
    known.hasMore = hasMore;
    for (const event of events) if (!this.#ended?.has(event.id)) this.#append(known, event);
    if (known.queue.length === 0) this.#lanes.delete(lane);
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
    this.#ended?.add(event.id);
    this.#skipped.delete(event.id);
    const lane = this.#lanes.get(event.lane);
    if (!lane) return;
    lane.queue.shift();
    lane.isBusy = false;
    this.#size -= 1;
    const next = lane.queue[0];
    // To the end of the round: a lane with much to say does not keep the others waiting.
    this.#lanes.delete(event.lane);
    lane.blockedUntil = next?.nextTryAt ?? 0;
    if (!next && lane.hasMore) this.#dry.add(event.lane);
    if (next || lane.hasMore) this.#lanes.set(event.lane, lane);
  }

  /** The event was tried in vain at `now`; it stays at the head of its lane and is tried again then. */
  postpone(event: PendingEvent, now: number, until: number): void {
    const lane = this.#lanes.get(event.lane);
    const head = lane?.queue[0];
    if (!lane || !head) return;
    if (this.#skipped.has(event.id)) {
      this.done(event);
      return;
    }
    lane.queue[0] = {
      ...head,
      attempts: head.attempts + 1,
      firstFailedAt: head.firstFailedAt ?? now,
      nextTryAt: until,
    };
    lane.isBusy = false;
    lane.blockedUntil = until;
  }

  /**
   * The event that was taken is not to be sent any more, and neither may what is buffered behind it be: the outbox knows
   * better. What it has of the lane goes from then on, unless all is read anew before.
   */
  readAnew(event: PendingEvent, from: number): void {
    this.#skipped.delete(event.id);
    const lane = this.#lanes.get(event.lane);
    if (!lane) return;
    this.#size -= lane.queue.length;
    lane.queue.length = 0;
    lane.isBusy = false;
    lane.lastId = event.id - 1;
    lane.hasMore = true;
    lane.blockedUntil = from;
    this.#dry.add(event.lane);
  }

  /** The event that was taken was not tried; its lane is free again from then on. */
  giveBack(event: PendingEvent, from: number): void {
    const lane = this.#lanes.get(event.lane);
    if (!lane) return;
    lane.isBusy = false;
    lane.blockedUntil = from;
  }

  /** If it is on the wire now, it is not tried again after that. */
  skip(event: { readonly id: number; readonly lane: number }): void {
    const lane = this.#lanes.get(event.lane);
    if (lane?.isBusy && lane.queue[0]?.id === event.id) this.#skipped.add(event.id);
  }

  /** From now on until {@link forgetEnds}, what comes to its end is not buffered again. */
  noteEnds(): void {
    this.#ended ??= new Set();
  }

  forgetEnds(): void {
    this.#ended = undefined;
  }

  /** Some lane waits for a later try. */
  hasFailed(): boolean {
    for (const { queue } of this.#lanes.values()) if ((queue[0]?.attempts ?? 0) > 0) return true;
    return false;
  }

  /** Lets go of all that is not on the wire: the outbox knows better. */
  forget(): void {
    this.#dry.clear();
    for (const [id, lane] of this.#lanes) {
      this.#size -= lane.queue.length;
      if (!lane.isBusy) this.#lanes.delete(id);
      else {
        this.#size += 1;
        lane.queue.length = 1;
        lane.lastId = lane.queue[0]?.id ?? 0;
        lane.hasMore = true;
      }
    }
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

  #append(lane: Lane, event: PendingEvent): void {
    append(lane, event);
    this.#size += 1;
  }
}
