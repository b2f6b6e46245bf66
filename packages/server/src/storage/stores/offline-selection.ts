import { type SelectQueryBuilder, sql } from 'kysely';
import type { OfflineCondition, OfflineOrder, OfflineQueue } from '#domain/offline-event/offline-event.ts';
import type { Builder } from '../statement.ts';
import type { Tables } from '../tables/tables.ts';

/** Which events of a queue, in which order. */
export interface OfflineSelection {
  readonly conditions: readonly OfflineCondition[];
  readonly order: readonly OfflineOrder[];
  /** Only those of that batch; '': only those in none; undefined: all. */
  readonly processId?: string;
  /** Only those that could not be dealt with, or only others; undefined: all. */
  readonly failed?: boolean;
}

const COLUMNS = {
  id: 'id',
  changedAt: 'changed_at',
  event: 'event',
  messageId: 'message_id',
  processId: 'process_id',
  isError: 'is_error',
} as const;

export function chosen(
  db: Builder,
  { applicationId, connector }: OfflineQueue,
  { conditions, processId, failed }: OfflineSelection,
) {
  let query = db
    .selectFrom('offline_event')
    .where('application_id', '=', applicationId)
    .where('connector', '=', connector);
  if (processId !== undefined) query = query.where('process_id', '=', processId);
  if (failed !== undefined) query = query.where('is_error', '=', failed ? 1 : 0);
  for (const condition of conditions) {
    const column = COLUMNS[condition.on];
    if ('is' in condition) query = query.where(column, condition.is, condition.value);
    else if ('isIn' in condition) query = query.where(column, 'in', orNone(condition.isIn));
    else
      query = query.where(
        sql`cast(${sql.ref(column)} as text)`,
        'like',
        sql`${pattern(condition.contains)} escape '\\'`,
      );
  }
  return query;
}

export function ordered<O>(query: SelectQueryBuilder<Tables, 'offline_event', O>, { order }: OfflineSelection) {
  let sorted = query;
  for (const { by, ranks, isDescending } of order)
    sorted = sorted.orderBy(ranks ? ranked(COLUMNS[by], ranks) : COLUMNS[by], isDescending ? 'desc' : 'asc');
  return sorted.orderBy('id');
}

function ranked(column: string, ranks: readonly string[]) {
  const cases = ranks.map((value, rank) => sql`when ${value} then ${sql.lit(rank)}`);
  return sql`case ${sql.ref(column)} ${sql.join(cases, sql` `)} end`;
}

/** A list without anything in it is no SQL. */
function orNone<T>(values: readonly T[] = []): readonly (T | null)[] {
  return values.length > 0 ? values : [null];
}

/** Stands somewhere in it. */
function pattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
