import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { PortalEvent } from '../event.ts';
import { noticeOffline } from '../offline-event/notice-offline.ts';
import { type OfflineQueue, objectOf } from '../offline-event/offline-event.ts';
import type { Subscription } from './subscription.ts';
import { tellBy } from './tell.ts';

/** Gives each subscription its own copy: in its outbox, or in the queue from which the application fetches it. */
export async function tellSubscribers(
  work: UnitOfWork,
  portalId: number,
  subscriptions: readonly Subscription[],
  lane: number,
  event: PortalEvent,
): Promise<void> {
  const changed = new Set<number>();
  for (const subscription of subscriptions) {
    const { isOffline, applicationId, connector } = subscription;
    if (!isOffline) await tellBy(work, portalId, subscription, lane, event);
    else if (applicationId !== undefined && !isOwnChange(work, { applicationId, connector })) {
      await work.offlineEvents.insertEvent({ applicationId, connector }, objectOf(event), event, work.now);
      changed.add(applicationId);
    }
  }
  for (const applicationId of changed) await noticeOffline(work, portalId, applicationId, event.userId);
}

/** An application's own doing is not put into that queue of its: it would go in circles. */
function isOwnChange({ cause }: UnitOfWork, queue: OfflineQueue): boolean {
  return cause?.applicationId === queue.applicationId && cause.connector === queue.connector;
}
