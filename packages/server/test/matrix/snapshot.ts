import { type Kysely, sql } from 'kysely';
import type { Session } from '#storage/session.ts';
import type { Store } from '#storage/store.ts';

type Row = Readonly<Record<string, unknown>>;

/** Every row of every table, but for what says only that somebody was there or that something is on its way. */
export type Snapshot = ReadonlyMap<string, Row>;

/**
 * Every call is logged, whoever made it; what stands there is told in terms of who may see it. Words of messages are
 * indexed whenever nobody calls, in tables of which some are the database's own.
 */
const BESIDE = /^(?:call_batch|chat_index|message_word)/;

const PASSING = new Set([
  'last_activity_at',
  'lease_owner',
  'lease_until',
  'epoch',
  // Who registers a bot again has its events tried again at once.
  'attempts',
  'first_failed_at',
  'next_try_at',
  'failures',
  'not_before',
]);

export async function snapshot(store: Store): Promise<Snapshot> {
  return store.readWith(async (session) => {
    const all = <R extends Row>(table: string) =>
      session.query<R>((db) => (db as unknown as Kysely<Record<string, Row>>).selectFrom(table).selectAll());
    const rows: [string, Row][] = [];
    for (const name of (await tablesOf(session)).filter((one) => !BESIDE.test(one)))
      for (const row of await all(name)) {
        const lasting = Object.fromEntries(Object.entries(row).filter(([column]) => !PASSING.has(column)));
        rows.push([`${name} ${JSON.stringify(lasting)}`, { ...lasting, '': name }]);
      }
    return new Map(rows);
  });
}

async function tablesOf(session: Session): Promise<string[]> {
  // A select as Kysely knows it: a session that only looks takes nothing else.
  const named = await session.query((db) =>
    session.dialect === 'sqlite'
      ? db
          .selectFrom(sql<{ name: string; type: string }>`sqlite_master`.as('found'))
          .select('name')
          .where('type', '=', 'table')
          .where('name', '<>', 'sqlite_sequence')
      : db
          .selectFrom(sql<{ tablename: string; schemaname: string }>`pg_tables`.as('found'))
          .select('tablename as name')
          .where('schemaname', '=', sql<string>`current_schema()`),
  );
  return named.map(({ name }) => name);
}

/** Rows that were changed or taken away. */
export function lost(before: Snapshot, after: Snapshot): string[] {
  return [...before.keys()].filter((row) => !after.has(row));
}

export function added(before: Snapshot, after: Snapshot): [string, Row][] {
  return [...after].filter(([row]) => !before.has(row));
}

/** How much was ever written, be it in vain: as long as it stays the same, so does everything. */
export async function writes(store: Store): Promise<number | string> {
  const [row] = await store.writeWith((session) => {
    const written = session.dialect === 'sqlite' ? 'total_changes()' : 'pg_current_wal_insert_lsn()';
    return session.query((db) => db.selectNoFrom(sql.raw<number | string>(written).as('count')));
  });
  return row?.count ?? Number.NaN;
}
