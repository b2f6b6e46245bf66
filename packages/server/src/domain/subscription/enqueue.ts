import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { Change, PortalEvent } from '../event.ts';

/** The lane of events that belong to no chat. */
export const NO_CHAT = 0;

/** Puts an event into the outbox of a receiver. */
export async function enqueue(
  work: UnitOfWork,
  { portalId, receiverId }: { readonly portalId: number; readonly receiverId: number },
  lane: number,
  event: PortalEvent,
): Promise<void> {
  const eventId = await work.events.insertEvent(receiverId, lane, event, work.now);
  announce(work, { portalId, eventId, receiverId, lane, event, subscriptionId: null, from: 0, isFetched: false });
}

/** Stores an event for a receiver that fetches its events: delivery never sees it. */
export async function enqueueForFetch(
  work: UnitOfWork,
  { portalId, receiverId }: { readonly portalId: number; readonly receiverId: number },
  lane: number,
  event: PortalEvent,
): Promise<void> {
  const eventId = await work.events.insertKeptEvent(receiverId, lane, event, work.now);
  announce(work, { portalId, eventId, receiverId, lane, event, subscriptionId: null, from: 0, isFetched: true });
}

/** Puts an event into the outbox on behalf of one subscription. `from`: not to be sent before then, in milliseconds. */
export async function enqueueForSubscription(
  work: UnitOfWork,
  portalId: number,
  subscription: { readonly id: number; readonly receiverId: number },
  lane: number,
  event: PortalEvent,
  from = 0,
): Promise<void> {
  const { id: subscriptionId, receiverId } = subscription;
  const eventId = await work.events.insertEventFor(subscription, lane, event, work.now, from);
  announce(work, { portalId, eventId, receiverId, lane, event, subscriptionId, from, isFetched: false });
}

function announce(work: UnitOfWork, recorded: Omit<Extract<Change, { type: 'eventRecorded' }>, 'type'>): void {
  // Its type comes first: an object that begins with a spread takes microseconds to make.
  work.announce({ type: 'eventRecorded', ...recorded });
}
