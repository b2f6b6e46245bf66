import { first, type Session } from '../session.ts';
import { statement } from '../statement.ts';

/** Writes what is there: a row can be locked only once there is one. */
export const lock = statement((db, p: { subscriptionId: number }) =>
  db
    .insertInto('offline_notice')
    .values({ subscription_id: p.subscriptionId, notified_at: 0 })
    .onConflict((conflict) =>
      conflict.column('subscription_id').doUpdateSet((eb) => ({ notified_at: eb.ref('offline_notice.notified_at') })),
    )
    .returning('notified_at'),
);
export const setNotice = statement((db, p: { subscriptionId: number; at: number }) =>
  db
    .insertInto('offline_notice')
    .values({ subscription_id: p.subscriptionId, notified_at: p.at })
    .onConflict((conflict) => conflict.column('subscription_id').doUpdateSet({ notified_at: p.at })),
);
export const forgetNotice = statement((db, p: { subscriptionId: number }) =>
  db.deleteFrom('offline_notice').where('subscription_id', '=', p.subscriptionId),
);

/** When applications were told that events wait for them; apart from the subscriptions, which everybody reads and few write. */
export function offlineNoticeStore(session: Session) {
  return {
    /** When the subscriber was told last that something waits, or will be; 0: never. Until the unit ends nobody else tells them. */
    async lockLastNotice(subscriptionId: number): Promise<number> {
      return (await first(session, lock, { subscriptionId }))?.notified_at ?? 0;
    },
    async updateNotice(subscriptionId: number, at: number): Promise<void> {
      await session.all(setNotice, { subscriptionId, at });
    },
    async deleteNotice(subscriptionId: number): Promise<void> {
      await session.all(forgetNotice, { subscriptionId });
    },
  };
}
