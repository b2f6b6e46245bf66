import { sql } from 'kysely';
import type { OfflineQueue } from '#domain/offline-event/offline-event.ts';
import { first, type Session } from '../session.ts';
import { statement } from '../statement.ts';

/** Written out in the SQL, so that an index over part of the table can be used. */
const WAITING = sql.lit('');

export const queuesAskedFor = statement((db, _: Record<never, never>) =>
  db
    .selectFrom('subscription')
    .innerJoin('receiver', 'receiver.id', 'subscription.receiver_id')
    .select(['receiver.ref', 'subscription.connector'])
    .distinct()
    .where('subscription.is_offline', '=', 1)
    .where('receiver.kind', '=', 'application'),
);
export const newestBeyond = statement((db, p: { applicationId: number; connector: string; offset: number }) =>
  db
    .selectFrom('offline_event')
    .select('id')
    .where('application_id', '=', p.applicationId)
    .where('connector', '=', p.connector)
    .where('process_id', '=', WAITING)
    .orderBy('id', 'desc')
    .limit(1)
    .offset(p.offset),
);
export const waitingUpTo = statement(
  (db, p: { applicationId: number; connector: string; upTo: number; limit: number }) =>
    db
      .selectFrom('offline_event')
      .select('id')
      .where('application_id', '=', p.applicationId)
      .where('connector', '=', p.connector)
      .where('process_id', '=', WAITING)
      .where('id', '<=', p.upTo)
      .orderBy('id')
      .limit(p.limit),
);

export const removeOfApplication = statement((db, p: { applicationId: number; limit: number }) =>
  db
    .deleteFrom('offline_event')
    .where('id', 'in', (eb) =>
      eb.selectFrom('offline_event').select('id').where('application_id', '=', p.applicationId).limit(p.limit),
    )
    .returning('id'),
);

/** What to do with a queue that nobody fetches from. */
export function offlineBacklog(session: Session) {
  return {
    /** Every queue that somebody asked for. */
    async listQueues(): Promise<OfflineQueue[]> {
      const rows = await session.all(queuesAskedFor, {});
      return rows.map(({ ref, connector }) => ({ applicationId: ref, connector }));
    },
    /** Ids of the oldest that wait beside the `kept` newest, `limit` at most. */
    async listBeyond({ applicationId, connector }: OfflineQueue, kept: number, limit: number): Promise<number[]> {
      const beyond = await first(session, newestBeyond, { applicationId, connector, offset: kept });
      if (!beyond) return [];
      const rows = await session.all(waitingUpTo, { applicationId, connector, upTo: beyond.id, limit });
      return rows.map(({ id }) => id);
    },
    /** `limit` of them; answers how many there were. */
    async deleteOfApplication(applicationId: number, limit: number): Promise<number> {
      return (await session.all(removeOfApplication, { applicationId, limit })).length;
    },
  };
}
