import { PGlite } from '@electric-sql/pglite';
import { afterEach, beforeEach, describe } from 'vitest';
import { type ManualClock, manualClock } from '#kit/clock.ts';
import { systemRandom } from '#kit/random.ts';
import { openPostgres, type PostgresConnection, type PostgresPool } from '#storage/postgres-store.ts';
import { secretsWithKey } from '#storage/secrets.ts';
import { openSqlite } from '#storage/sqlite-store.ts';
import type { Store } from '#storage/store.ts';
import type { StoreOptions } from '#storage/unit-factory.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';

/** An empty database of one test. */
export interface TestStore {
  readonly clock: ManualClock;
  readonly store: () => Store;
  /** One unit of work on it. */
  write<T>(work: (unit: UnitOfWork) => Promise<T>): Promise<T>;
}

export const testSecrets = secretsWithKey(new Uint8Array(32).fill(7));

const databases = [
  { name: 'SQLite', open: (options: StoreOptions): Promise<Store> => openSqlite(':memory:', options) },
  // Units from which the promises are taken cannot wait for it.
  ...(process.env['BOTYARD_UNITS'] === 'at-once' ? [] : [{ name: 'PostgreSQL', open: openFreshPostgres }]),
];

/** Runs the same tests on each database that Botyard runs on, each test on an empty one. */
export function onEachDatabase(subject: string, tests: (test: TestStore) => void): void {
  describe.each(databases)(`${subject} on $name`, ({ open }) => {
    const clock = manualClock();
    let store: Store | undefined;
    const opened = () => {
      if (!store) throw new Error('The store is open only while a test runs');
      return store;
    };
    beforeEach(async () => {
      store = await open({ clock, random: systemRandom, secrets: testSecrets });
    });
    afterEach(async () => {
      await store?.close();
      store = undefined;
    });
    tests({ clock, store: opened, write: (work) => opened().write(work) });
  });
}

let engine: Promise<PGlite> | undefined;
/** Brings the schema that lies in the engine back to how it was when it was new; undefined while there is none. */
let makeNew: string | undefined;

/** It takes a second to start, so that all test files of a thread share one. */
function startedEngine(): Promise<PGlite> {
  engine ??= PGlite.create();
  return engine;
}

/** The embedded PostgreSQL without any tables. */
export async function emptyPostgres(): Promise<PostgresPool> {
  const postgres = await startedEngine();
  makeNew = undefined;
  await postgres.exec('drop schema public cascade; create schema public');
  return poolOfOne(postgres);
}

/** With the tables of Botyard, all empty: making them takes twenty times as long as emptying them. */
async function openFreshPostgres(options: StoreOptions): Promise<Store> {
  const postgres = await startedEngine();
  if (makeNew === undefined) {
    const store = await openPostgres(await emptyPostgres(), options);
    makeNew = await sqlToMakeNew(postgres);
    return store;
  }
  await postgres.exec(makeNew);
  return openPostgres(poolOfOne(postgres), options);
}

async function sqlToMakeNew(postgres: PGlite): Promise<string> {
  const listed = async (sql: string) => (await postgres.query<{ text: string }>(sql)).rows.map(({ text }) => text);
  const tables = await listed(
    "select quote_ident(tablename) as text from pg_tables where schemaname = 'public' and tablename <> 'migration'",
  );
  const sequences = await listed(
    "select quote_ident(sequencename) as text from pg_sequences where schemaname = 'public'",
  );
  const restarts = await listed(
    sequences
      .map((name) => `select format('setval(''${name}'', %s, %L)', last_value, is_called) as text from ${name}`)
      .join(' union all '),
  );
  // As a replica the engine deletes without asking who refers to a row.
  return `set session_replication_role = replica; ${tables.map((table) => `delete from ${table};`).join(' ')} set session_replication_role = default; select ${restarts.join(', ')};`;
}

/** The engine has a single connection: those who want it stand in line. */
function poolOfOne(postgres: PGlite): PostgresPool {
  const connection: PostgresConnection = { query: (sql, values) => postgres.query(sql, values) };
  let last: Promise<unknown> = Promise.resolve();
  return {
    lend(work) {
      const turn = last.then(() => work(connection));
      last = turn.catch(() => undefined);
      return turn;
    },
    close: async () => undefined,
  };
}
