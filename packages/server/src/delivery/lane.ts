import type { PendingEvent } from '#storage/stores/outbox.ts';

/** Events of one dialog of a receiver, in order: the oldest goes first, and alone. */
export interface Lane {
  readonly queue: PendingEvent[];
  isBusy: boolean;
  /** Its head, or what is read into it next, must wait; milliseconds since 1970. */
  blockedUntil: number;
  /** The last event that was buffered. */
  lastId: number;
  /** Later ones were met and left in the outbox. */
  hasMore: boolean;
}

/** The lane of an event of which nothing else is buffered. */
export function laneOf(event: PendingEvent): Lane {
  return { queue: [event], isBusy: false, blockedUntil: event.nextTryAt, lastId: event.id, hasMore: false };
}

export function append(lane: Lane, event: PendingEvent): void {
  if (lane.queue.length === 0) lane.blockedUntil = Math.max(event.nextTryAt, lane.blockedUntil);
  lane.queue.push(event);
  lane.lastId = event.id;
}
