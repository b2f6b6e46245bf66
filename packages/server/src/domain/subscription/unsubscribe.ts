import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { Application } from '../application/application.ts';
import type { PortalEvent } from '../event.ts';
import type { User } from '../user/user.ts';
import { type AdminRefusal, adminRefusal } from './subscribe.ts';

/** Which subscriptions are meant; what is left out is no matter. */
export interface UnsubscribeWish {
  readonly event?: PortalEvent['type'] | undefined;
  readonly address?: string | undefined;
  /** On whose behalf; 0: those of whoever causes the event. */
  readonly userId?: number | undefined;
  readonly isOffline: boolean;
}

/** The application hears no more of these; answers how many there were. */
export async function unsubscribe(
  work: UnitOfWork,
  application: Application,
  user: User,
  { event, address, userId, isOffline }: UnsubscribeWish,
): Promise<Outcome<number, AdminRefusal>> {
  const refusal = adminRefusal(user, { isOffline, userId });
  if (refusal) return refused(refusal);
  const meant = (await work.subscriptions.listOfApplication(application.id)).filter(
    (one) =>
      one.isOffline === isOffline &&
      (event === undefined || one.event === event) &&
      (isOffline || address === undefined || one.address === address) &&
      (userId === undefined || one.userId === userId) &&
      (user.isAdmin || one.userId === user.id),
  );
  for (const { id } of meant) await forget(work, id);
  return done(meant.length);
}

/** Nothing of what the application asked to hear is left, nor what waits for it to be fetched. */
export async function unsubscribeAll(work: UnitOfWork, application: Application): Promise<void> {
  for (const { id } of await work.subscriptions.listOfApplication(application.id)) await forget(work, id);
  await work.offlineEvents.deleteOfApplication(application.id);
}

async function forget(work: UnitOfWork, id: number): Promise<void> {
  await work.subscriptions.deleteSubscription(id);
  await work.offlineNotices.deleteNotice(id);
}
