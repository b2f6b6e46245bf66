import { type Selectable, type SelectQueryBuilder, sql } from 'kysely';
import type { PortalEvent } from '#domain/event.ts';
import type {
  OfflineCondition,
  OfflineEvent,
  OfflineOrder,
  OfflineQueue,
} from '#domain/offline-event/offline-event.ts';
import { readFacts, writeFacts } from '../facts.ts';
import type { Session } from '../session.ts';
import { type Builder, statement } from '../statement.ts';
import type { OfflineEventTable } from '../tables/subscription-tables.ts';
import type { Tables } from '../tables/tables.ts';
import { offlineBacklog } from './offline-backlog.ts';

interface Draft {
  readonly applicationId: number;
  readonly connector: string;
  readonly event: string;
  readonly object: string;
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
      object: p.object,
      facts: p.facts,
      changed_at: p.now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['application_id', 'connector', 'event', 'object'])
        .where('process_id', '=', WAITING)
        .doUpdateSet({ facts: p.facts, changed_at: p.now }),
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
export const reservedBy = statement((db, p: { applicationId: number; processId: string }) =>
  db
    .selectFrom('offline_event')
    .select(['id', 'connector'])
    .where('application_id', '=', p.applicationId)
    .where('process_id', '=', p.processId)
    .orderBy('id'),
);
/** Which events of a queue, in which order. */
export interface OfflineSelection {
  readonly conditions: readonly OfflineCondition[];
  readonly order: readonly OfflineOrder[];
  /** Only those that were taken in hand by that name; '': only those that wait; undefined: all. */
  readonly processId?: string;
  /** Those that could not be dealt with, too. */
  readonly withErrors: boolean;
}

/** The queues of the events that applications fetch. */
export function offlineEventStore(session: Session) {
  return {
    /** Takes the place of what waits already about the same object. */
    async insertEvent(queue: OfflineQueue, object: string, event: PortalEvent, now: number): Promise<void> {
      const draft = { ...queue, event: event.type, object, facts: writeFacts(event) };
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
    async updateReserved(ids: readonly number[], processId: string, now: number): Promise<void> {
      if (ids.length === 0) return;
      await session.query((db) =>
        db
          .updateTable('offline_event')
          .set({ process_id: processId, reserved_at: now, is_error: 0 })
          .where('id', 'in', ids),
      );
    },
    async deleteEvents(ids: readonly number[]): Promise<void> {
      if (ids.length === 0) return;
      await session.query((db) => db.deleteFrom('offline_event').where('id', 'in', ids));
    },
    /** Of what was taken in hand by that name: those of these ids and of that queue, or all of it. */
    async listReservedBy(
      applicationId: number,
      processId: string,
      ids?: readonly number[],
      connector?: string,
    ): Promise<number[]> {
      const rows = await session.all(reservedBy, { applicationId, processId });
      const wanted = ids && new Set(ids);
      const meant = rows.filter((row) => connector === undefined || row.connector === connector);
      return meant.flatMap(({ id }) => (!wanted || wanted.has(id) ? [id] : []));
    },
    async updateFailed(ids: readonly number[]): Promise<void> {
      if (ids.length === 0) return;
      await session.query((db) => db.updateTable('offline_event').set({ is_error: 1 }).where('id', 'in', ids));
    },
    ...offlineBacklog(session),
    /** Ids of the oldest that were taken in hand before that time. */
    async listReservedBefore(before: number, limit: number): Promise<number[]> {
      return (await session.all(reservedBefore, { before, limit })).map(({ id }) => id);
    },
  };
}

const COLUMNS = {
  id: 'id',
  changedAt: 'changed_at',
  event: 'event',
  processId: 'process_id',
  isError: 'is_error',
} as const;

function chosen(db: Builder, queue: OfflineQueue, { conditions, processId, withErrors }: OfflineSelection) {
  let query = db
    .selectFrom('offline_event')
    .where('application_id', '=', queue.applicationId)
    .where('connector', '=', queue.connector);
  if (processId !== undefined)
    query = query.where((eb) =>
      withErrors
        ? eb.or([eb('process_id', '=', processId), eb('is_error', '=', 1)])
        : eb.and([eb('process_id', '=', processId), eb('is_error', '=', 0)]),
    );
  for (const condition of conditions) {
    const column = COLUMNS[condition.on];
    if ('is' in condition) query = query.where(column, condition.is, condition.value);
    else if ('isIn' in condition) query = query.where(column, 'in', orNone(condition.isIn));
    else if (condition.isNotIn.length > 0) query = query.where(column, 'not in', condition.isNotIn);
  }
  return query;
}

function ordered<O>(query: SelectQueryBuilder<Tables, 'offline_event', O>, { order }: OfflineSelection) {
  let sorted = query;
  for (const { by, isDescending } of order) sorted = sorted.orderBy(COLUMNS[by], isDescending ? 'desc' : 'asc');
  return sorted.orderBy('id');
}

/** A list without anything in it is no SQL. */
function orNone<T>(values: readonly T[] = []): readonly (T | null)[] {
  return values.length > 0 ? values : [null];
}

function toOfflineEvent(row: Selectable<OfflineEventTable>): OfflineEvent {
  return {
    id: row.id,
    event: readFacts(row.event, row.facts),
    changedAt: row.changed_at,
    processId: row.process_id,
    isError: row.is_error === 1,
  };
}
