import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { enqueueForSubscription } from '../subscription/enqueue.ts';

/**
 * Tells an application that something waits for it, where it asked for that and no more often: what happens too soon
 * after a notice is told of when its time has come.
 */
export async function noticeOffline(
  work: UnitOfWork,
  portalId: number,
  applicationId: number,
  userId: number,
): Promise<void> {
  for (const subscription of await work.subscriptions.listOfApplicationTo(applicationId, 'offlineChanged')) {
    // One call is one notice, however much it changed.
    if (subscription.isOffline || !work.isFirstNotice(subscription.id)) continue;
    const pause = subscription.minTimeout * 1000;
    const noticed = await work.offlineNotices.lockLastNotice(subscription.id);
    // Later than any is put: the clock of the machine was set back since.
    const last = noticed > work.now + pause ? 0 : noticed;
    // One is on its way already, and will be early enough for this.
    if (last > work.now) continue;
    const at = Math.max(work.now, last + pause);
    await work.offlineNotices.updateNotice(subscription.id, at);
    // In a lane of its own: nothing else waits because this does.
    const from = at > work.now ? at : 0;
    await enqueueForSubscription(
      work,
      portalId,
      subscription,
      -subscription.id,
      { type: 'offlineChanged', userId },
      from,
    );
  }
}
