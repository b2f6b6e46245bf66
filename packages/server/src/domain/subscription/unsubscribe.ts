import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { Application } from '../application/application.ts';
import type { PortalEvent } from '../event.ts';
import type { User } from '../user/user.ts';
import { type AdminRefusal, adminRefusal } from './subscribe.ts';

/** Which subscriptions are meant. */
export interface UnsubscribeRequest {
  readonly event: PortalEvent['type'];
  /** Where it is sent; needed unless it is kept. */
  readonly address: string | undefined;
  /** On whose behalf; 0: of whoever causes the event; undefined: of anybody. */
  readonly userId: number | undefined;
  readonly isOffline: boolean;
  /** Of which queue, if it is kept. */
  readonly connector: string;
}

/** The application hears no more of these; answers how many there were. */
export async function unsubscribe(
  work: UnitOfWork,
  application: Application,
  user: User,
  { event, address, userId, isOffline, connector }: UnsubscribeRequest,
): Promise<Outcome<number, AdminRefusal | 'no_address'>> {
  const refusal = adminRefusal(user, { isOffline, userId });
  if (refusal) return refused(refusal);
  // Those that come in nobody's name but the causer's are not theirs.
  if (userId === 0 && !user.isAdmin) return refused('other_user_needs_admin');
  if (!isOffline && !address) return refused('no_address');
  const meant = (await work.subscriptions.listOfApplication(application.id)).filter(
    (one) =>
      one.isOffline === isOffline &&
      one.event === event &&
      (isOffline ? one.connector === connector : one.address === address) &&
      (userId === undefined || one.userId === userId) &&
      (user.isAdmin || one.userId === user.id),
  );
  let count = 0;
  for (const { id } of meant) if (await forget(work, id)) count += 1;
  return done(count);
}

/** Nothing of what the application asked to hear is left. */
export async function unsubscribeAll(work: UnitOfWork, application: Application): Promise<void> {
  for (const { id } of await work.subscriptions.listOfApplication(application.id)) await forget(work, id);
}

/** false: somebody else has forgotten it at the same moment. */
async function forget(work: UnitOfWork, id: number): Promise<boolean> {
  const isForgotten = await work.subscriptions.deleteSubscription(id);
  await work.offlineNotices.deleteNotice(id);
  return isForgotten;
}
