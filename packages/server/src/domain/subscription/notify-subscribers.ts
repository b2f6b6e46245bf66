import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { PortalEvent } from '../event.ts';
import { noticeOffline } from '../offline-event/notice-offline.ts';
import { type OfflineQueue, objectOf } from '../offline-event/offline-event.ts';
import { enqueueForSubscription } from './enqueue.ts';
import type { Subscription } from './subscription.ts';

/** Gives each subscription its own copy of the event: in the outbox, or in the offline queue of its application. */
export async function notifySubscribers(
  work: UnitOfWork,
  portalId: number,
  subscriptions: readonly Subscription[],
  lane: number,
  event: PortalEvent,
): Promise<void> {
  const changed = new Set<number>();
  for (const subscription of subscriptions) {
    const { isOffline, applicationId, connector } = subscription;
    if (!isOffline) await enqueueForSubscription(work, portalId, subscription, lane, event);
    else if (applicationId !== undefined && !isOwnChange(work, { applicationId, connector })) {
      await work.offlineEvents.insertEvent({ applicationId, connector }, objectOf(event), event, work.now);
      changed.add(applicationId);
    }
  }
  for (const applicationId of changed) await noticeOffline(work, portalId, applicationId, event.userId);
}

/** A change that an application made itself is not put into that queue of its own: it would react to itself for ever. */
function isOwnChange({ cause }: UnitOfWork, queue: OfflineQueue): boolean {
  return cause?.applicationId === queue.applicationId && cause.connector === queue.connector;
}
