import { PGlite } from '@electric-sql/pglite';
import { afterEach, beforeEach, describe } from 'vitest';
import { type ManualClock, manualClock } from '../src/kit/clock.ts';
import { systemRandom } from '../src/kit/random.ts';
import { openPostgres, type PostgresConnection, type PostgresPool } from '../src/storage/postgres-store.ts';
import { secretsWithKey } from '../src/storage/secrets.ts';
import { openSqlite } from '../src/storage/sqlite-store.ts';
import type { Store } from '../src/storage/store.ts';
import type { StoreOptions } from '../src/storage/unit-factory.ts';
import type { UnitOfWork } from '../src/storage/unit-of-work.ts';

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
  { name: 'PostgreSQL', open: async (options: StoreOptions) => openPostgres(await emptyPostgres(), options) },
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

/** The embedded PostgreSQL, emptied. It takes a second to start, so that all test files of a thread share one. */
export async function emptyPostgres(): Promise<PostgresPool> {
  engine ??= PGlite.create();
  const postgres = await engine;
  await postgres.exec('drop schema public cascade; create schema public');
  return poolOfOne(postgres);
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
