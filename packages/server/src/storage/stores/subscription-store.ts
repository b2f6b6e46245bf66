import { type Selectable, sql } from 'kysely';
import type { PortalEvent } from '#domain/event.ts';
import type { Subscription, SubscriptionDraft } from '#domain/subscription/subscription.ts';
import { first, recalled, type Session } from '../session.ts';
import { type Builder, statement, type ValuesOf, valuesOf } from '../statement.ts';
import type { ReceiverTable } from '../tables/outbox-tables.ts';
import type { SubscriptionTable } from '../tables/subscription-tables.ts';

const WRITTEN = ['receiver_id', 'event', 'user_id', 'is_offline', 'connector', 'min_timeout', 'created_at'] as const;
export const insert = statement((db, p: ValuesOf<SubscriptionTable, typeof WRITTEN>) =>
  db
    .insertInto('subscription')
    .values(valuesOf(p, WRITTEN))
    .onConflict((conflict) => conflict.doNothing())
    .returning('id'),
);
const withReceiver = (db: Builder) =>
  db
    .selectFrom('receiver')
    .innerJoin('subscription', 'subscription.receiver_id', 'receiver.id')
    .selectAll('subscription')
    .select(['receiver.kind', 'receiver.ref', 'receiver.address'])
    .orderBy('subscription.id');
export const ofApplication = statement((db, p: { applicationId: number }) =>
  withReceiver(db).where('receiver.kind', '=', sql.lit('application')).where('receiver.ref', '=', p.applicationId),
);
export const ofApplicationTo = statement((db, p: { applicationId: number; event: string }) =>
  withReceiver(db)
    .where('receiver.kind', '=', sql.lit('application'))
    .where('receiver.ref', '=', p.applicationId)
    .where('subscription.event', '=', p.event),
);
export const inPortalTo = statement((db, p: { portalId: number; event: string }) =>
  withReceiver(db).where('receiver.portal_id', '=', p.portalId).where('subscription.event', '=', p.event),
);
export const ofReceiver = statement((db, p: { receiverId: number }) =>
  withReceiver(db).where('receiver.id', '=', p.receiverId),
);
export const byId = statement((db, p: { id: number }) => withReceiver(db).where('subscription.id', '=', p.id));
export const remove = statement((db, p: { id: number }) =>
  db.deleteFrom('subscription').where('id', '=', p.id).returning('id'),
);
export const removeOfReceiver = statement((db, p: { receiverId: number }) =>
  db.deleteFrom('subscription').where('receiver_id', '=', p.receiverId),
);

export function subscriptionStore(session: Session) {
  return {
    /** undefined: the receiver has this very subscription. */
    async insertSubscription(draft: SubscriptionDraft, now: number): Promise<number | undefined> {
      const row = await first(session, insert, {
        receiver_id: draft.receiverId,
        event: draft.event,
        user_id: draft.userId,
        is_offline: Number(draft.isOffline),
        connector: draft.connector,
        min_timeout: draft.minTimeout,
        created_at: now,
      });
      return row?.id;
    },
    /** In the order they were made, as all of these. */
    async listOfApplication(applicationId: number): Promise<readonly Subscription[]> {
      return await session.recall(ofApplication, { applicationId }, toSubscription);
    },
    async listOfApplicationTo(applicationId: number, event: PortalEvent['type']): Promise<readonly Subscription[]> {
      return await session.recall(ofApplicationTo, { applicationId, event }, toSubscription);
    },
    async listInPortalTo(portalId: number, event: PortalEvent['type']): Promise<readonly Subscription[]> {
      return await session.recall(inPortalTo, { portalId, event }, toSubscription);
    },
    async listOfReceiver(receiverId: number): Promise<readonly Subscription[]> {
      return await session.recall(ofReceiver, { receiverId }, toSubscription);
    },
    async findSubscription(id: number): Promise<Subscription | undefined> {
      return await recalled(session, byId, { id }, toSubscription);
    },
    /** false: it is gone already. */
    async deleteSubscription(id: number): Promise<boolean> {
      return (await session.all(remove, { id })).length > 0;
    },
    async deleteOfReceiver(receiverId: number): Promise<void> {
      await session.all(removeOfReceiver, { receiverId });
    },
  };
}

function toSubscription(
  row: Selectable<SubscriptionTable> & ValuesOf<ReceiverTable, readonly ['kind', 'ref', 'address']>,
): Subscription {
  return {
    id: row.id,
    receiverId: row.receiver_id,
    applicationId: row.kind === 'application' ? row.ref : undefined,
    event: row.event as PortalEvent['type'],
    address: row.address,
    userId: row.user_id,
    isOffline: row.is_offline === 1,
    connector: row.connector,
    minTimeout: row.min_timeout,
  };
}
