import { sql } from 'kysely';
import type { Subscription } from '../../domain/subscription.ts';
import { recalled, type Session } from '../session.ts';
import { statement, type ValuesOf } from '../statement.ts';
import type { SubscriptionTable } from '../tables/outbox-tables.ts';

const NEEDED = ['subscription.id', 'subscription.receiver_id', 'subscription.event', 'subscription.user_id'] as const;
const ofApplicationTo = statement((db, p: { applicationId: number; event: string }) =>
  db
    .selectFrom('receiver')
    .innerJoin('subscription', 'subscription.receiver_id', 'receiver.id')
    .select(NEEDED)
    .where('receiver.kind', '=', sql.lit('application'))
    .where('receiver.ref', '=', p.applicationId)
    .where('subscription.event', '=', p.event)
    .where('subscription.is_offline', '=', 0)
    .orderBy('subscription.id'),
);
const byId = statement((db, p: { id: number }) =>
  db.selectFrom('subscription').select(NEEDED).where('subscription.id', '=', p.id),
);

export function subscriptionStore(session: Session) {
  return {
    /** Where an application hears of an event, in the order it asked for it. */
    async ofApplicationTo(applicationId: number, event: Subscription['event']): Promise<Subscription[]> {
      return (await session.recall(ofApplicationTo, { applicationId, event })).map(toSubscription);
    },
    async findSubscription(id: number): Promise<Subscription | undefined> {
      const row = await recalled(session, byId, { id });
      return row && toSubscription(row);
    },
  };
}

function toSubscription(
  row: ValuesOf<SubscriptionTable, readonly ['id', 'receiver_id', 'event', 'user_id']>,
): Subscription {
  return {
    id: row.id,
    receiverId: row.receiver_id,
    event: row.event as Subscription['event'],
    userId: row.user_id,
  };
}
