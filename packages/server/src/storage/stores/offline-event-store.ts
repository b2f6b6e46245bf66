import { createHash } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import type { PortalEvent } from '#domain/event.ts';
import type { BatchPart, OfflineEvent, OfflineQueue } from '#domain/offline-event/offline-event.ts';
import { readFacts, writeFacts } from '../facts.ts';
import type { Session } from '../session.ts';
import { statement } from '../statement.ts';
import type { OfflineEventTable } from '../tables/subscription-tables.ts';
import { offlineBacklog } from './offline-backlog.ts';
import { chosen, type OfflineSelection, ordered } from './offline-selection.ts';

interface Draft {
  readonly applicationId: number;
  readonly connector: string;
  readonly event: string;
  readonly messageId: string;
  readonly facts: string;
  readonly now: number;
}

/** Written out in the SQL, as the index over the events that wait has it. */
const WAITING = sql.lit('');

export const put = statement((db, p: Draft) =>
  db
    .insertInto('offline_event')
    .values({
      application_id: p.applicationId,
      connector: p.connector,
      event: p.event,
      message_id: p.messageId,
      facts: p.facts,
      changed_at: p.now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['application_id', 'connector', 'event', 'message_id'])
        .where('process_id', '=', WAITING)
        .doUpdateSet({ facts: p.facts, changed_at: p.now, is_error: 0 }),
    ),
);

export const reservedBefore = statement((db, p: { before: number; limit: number }) =>
  db
    .selectFrom('offline_event')
    .select('id')
    .where('reserved_at', 'is not', null)
    .where('reserved_at', '<', p.before)
    .orderBy('reserved_at')
    .limit(p.limit),
);

/** The queues of the events that applications fetch. */
export function offlineEventStore(session: Session) {
  return {
    /** Takes the place of what waits already about the same object, also of what nobody could deal with. */
    async insertEvent(queue: OfflineQueue, object: string, event: PortalEvent, now: number): Promise<void> {
      const draft = { ...queue, event: event.type, messageId: keyOf(event.type, object), facts: writeFacts(event) };
      // Whole seconds, as times are told and compared.
      await session.all(put, { ...draft, now: now - (now % 1000) });
    },

    async countEvents(queue: OfflineQueue, selection: OfflineSelection): Promise<number> {
      const rows = await session.query((db) =>
        chosen(db, queue, selection).select((eb) => eb.fn.countAll<number>().as('count')),
      );
      return Number(rows[0]?.count ?? 0);
    },

    async listEvents(
      queue: OfflineQueue,
      selection: OfflineSelection,
      limit: number,
      offset = 0,
    ): Promise<OfflineEvent[]> {
      const rows = await session.query((db) =>
        ordered(chosen(db, queue, selection), selection)
          .selectAll()
          .limit(limit)
          .offset(offset),
      );
      return rows.map(toOfflineEvent);
    },

    /** The same for one who is going to take them: who asks meanwhile is given others. */
    async lockEvents(queue: OfflineQueue, selection: OfflineSelection, limit: number): Promise<OfflineEvent[]> {
      const rows = await session.query((db) => {
        const query = ordered(chosen(db, queue, selection), selection)
          .selectAll()
          .limit(limit);
        // SQLite has one writer at a time.
        return session.dialect === 'postgres' ? query.forUpdate().skipLocked() : query;
      });
      return rows.map(toOfflineEvent);
    },

    /** All of those message ids, whoever has them in hand; who locks some of them at the same time waits. */
    async lockByMessages(queue: OfflineQueue, messageIds: readonly string[]): Promise<OfflineEvent[]> {
      const selection = {
        conditions: [{ on: 'messageId', isIn: messageIds }],
        order: [{ by: 'id', isDescending: false }],
      } as const;
      const rows = await session.query((db) => {
        const query = ordered(chosen(db, queue, selection), selection).selectAll();
        return session.dialect === 'postgres' ? query.forUpdate() : query;
      });
      return rows.map(toOfflineEvent);
    },

    async updateReserved(ids: readonly number[], processId: string, now: number): Promise<void> {
      if (ids.length === 0) return;
      await session.query((db) =>
        db
          .updateTable('offline_event')
          .set({ process_id: processId, reserved_at: now, is_error: 0 })
          .where('id', 'in', ids),
      );
    },

    /** In no batch any more, and not given to those who do not ask for such. */
    async updateFailed(ids: readonly number[]): Promise<void> {
      if (ids.length === 0) return;
      await session.query((db) =>
        db.updateTable('offline_event').set({ process_id: '', reserved_at: null, is_error: 1 }).where('id', 'in', ids),
      );
    },

    async deleteEvents(ids: readonly number[]): Promise<void> {
      if (ids.length === 0) return;
      await session.query((db) => db.deleteFrom('offline_event').where('id', 'in', ids));
    },

    /** `limit` of them; answers how many there were. */
    async deleteOfBatch(
      queue: OfflineQueue,
      { processId, ids, messageIds }: BatchPart,
      limit: number,
    ): Promise<number> {
      const rows = await session.query((db) =>
        db
          .deleteFrom('offline_event')
          .where('id', 'in', () => {
            const all = chosen(db, queue, { conditions: [], order: [], processId }).select('id').limit(limit);
            if (messageIds.length > 0) return all.where('message_id', 'in', messageIds);
            return ids.length > 0 ? all.where('id', 'in', ids) : all;
          })
          .returning('id'),
      );
      return rows.length;
    },
    ...offlineBacklog(session),

    /** Ids of the oldest that were taken in hand before that time. */
    async listReservedBefore(before: number, limit: number): Promise<number[]> {
      return (await session.all(reservedBefore, { before, limit })).map(({ id }) => id);
    },
  };
}

/** No secret: it tells events of a queue apart, and everybody has queues of their own. */
function keyOf(type: PortalEvent['type'], object: string): string {
  return createHash('sha256').update(`${type} ${object}`).digest('hex').slice(0, 32);
}

function toOfflineEvent(row: Selectable<OfflineEventTable>): OfflineEvent {
  return {
    id: row.id,
    messageId: row.message_id,
    event: readFacts(row.event, row.facts),
    changedAt: row.changed_at,
    processId: row.process_id,
    isError: row.is_error === 1,
  };
}
