import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { Application } from '../application/application.ts';
import { type AddressFault, addressFault } from '../handler-url.ts';
import { accessPerson } from '../user/change-person.ts';
import type { User } from '../user/user.ts';
import type { Subscription } from './subscription.ts';

export interface SubscriptionRequest extends Pick<Subscription, 'event' | 'isOffline' | 'connector' | 'minTimeout'> {
  /** Where events are sent; needed unless the application fetches them. */
  readonly address: string | undefined;
  /** On whose behalf; 0 or undefined: of whoever causes the event. */
  readonly userId: number | undefined;
}

/** Each costs a row of the outbox for every event that it hears. */
const SUBSCRIPTION_LIMIT = 200;

export type SubscribeRefusal =
  | AdminRefusal
  | 'person_unknown'
  | AddressFault['reason']
  | 'never_kept'
  | 'no_address'
  | 'already_subscribed'
  | 'too_many_subscriptions';
export type AdminRefusal = 'offline_needs_admin' | 'other_user_needs_admin';

/** Subscribes an application to an event, beside its earlier subscriptions. */
export async function subscribe(
  work: UnitOfWork,
  application: Application,
  user: User,
  wish: SubscriptionRequest,
): Promise<Outcome<true, SubscribeRefusal>> {
  const { address, event, isOffline, connector, minTimeout } = wish;
  const refusal = adminRefusal(user, wish);
  if (refusal) return refused(refusal);
  if (wish.userId) {
    const person = await accessPerson(work, application.portalId, wish.userId);
    if (!person.ok) return person;
  }
  // That something is kept is not kept itself.
  if (isOffline && event === 'offlineChanged') return refused('never_kept');
  if (!isOffline && !address) return refused('no_address');
  const fault = isOffline ? undefined : addressFault(address ?? '');
  if (fault) return refused(fault.reason, { why: `the address ${fault.why}` });
  // Two calls at once would both find the last place.
  await work.applications.lockApplication(application.id);
  const known = await work.subscriptions.listOfApplication(application.id);
  if (known.length >= SUBSCRIPTION_LIMIT) return refused('too_many_subscriptions', { max: SUBSCRIPTION_LIMIT });
  const receiver = await work.receivers.insertReceiver({
    portalId: application.portalId,
    kind: 'application',
    ref: application.id,
    address: isOffline || !address ? '' : address,
  });
  // Who is no administrator hears what happens in nobody's name but their own.
  const userId = wish.userId || (user.isAdmin ? 0 : user.id);
  const id = await work.subscriptions.insertSubscription(
    { receiverId: receiver.id, event, userId, isOffline, connector: isOffline ? connector : '', minTimeout },
    work.now,
  );
  const setUp = { type: 'receiverSetUp', portalId: application.portalId, receiverId: receiver.id } as const;
  if (id === undefined) {
    // It is bound already, and has just said that it listens: what failed there before may arrive now.
    work.announceNow(setUp);
    return refused('already_subscribed');
  }
  work.announce(setUp);
  return done(true);
}

/** What only an administrator may ask for: that events are kept, and that they come in somebody else's name. */
export function adminRefusal(
  user: User,
  { isOffline, userId }: { readonly isOffline: boolean; readonly userId: number | undefined },
): AdminRefusal | undefined {
  if (user.isAdmin) return undefined;
  if (isOffline) return 'offline_needs_admin';
  return userId && userId !== user.id ? 'other_user_needs_admin' : undefined;
}
