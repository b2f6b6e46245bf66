import { afterAll, afterEach, beforeAll, beforeEach, describe, inject } from 'vitest';
import { type ManualClock, manualClock } from '#kit/clock.ts';
import { systemRandom } from '#kit/random.ts';
import type { PostgresPool } from '#storage/postgres-pool.ts';
import { openPostgres } from '#storage/postgres-store.ts';
import { secretsWithKey } from '#storage/secrets.ts';
import type { Store } from '#storage/store.ts';
import type { StoreOptions } from '#storage/unit-factory.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { takeMemory } from './memory-databases.ts';
import { takeEmbedded, takeEmptyEmbedded } from './postgres/embedded.ts';
import { FreshDatabases } from './postgres/fresh-databases.ts';

/** An empty database of one test. */
export interface TestStore {
  readonly clock: ManualClock;
  readonly store: () => Store;
  /** One unit of work on it. */
  write<T>(work: (unit: UnitOfWork) => Promise<T>): Promise<T>;
}

export const testSecrets = secretsWithKey(new Uint8Array(32).fill(7));

type Open = (options: StoreOptions) => Promise<Store>;

const openEmbedded: Open = async (options) => openPostgres(await takeEmbedded(), options);

const place = inject('postgresServer');
const server = place && new FreshDatabases(place.address);
const openOnServer: Open | undefined = server && (async (options) => openPostgres(await server.take(), options));

let usual: Open = openOnServer ?? takeMemory;

/** Where a world keeps what it knows unless it says otherwise. */
export function usualDatabase(): Open {
  return usual;
}

/** Every test of a world runs on a server, where each takes several times as long. */
export const areWorldsOnServer = openOnServer !== undefined;

/** Whether some of the tests of worlds are to be run on the embedded PostgreSQL, too. Where a server is, all of them run on it. */
export const hasEmbeddedWorlds = !openOnServer && process.env['BOTYARD_UNITS'] !== 'at-once';

/** The worlds that are made by the tests beside it are kept in the embedded PostgreSQL. */
export function keepWorldsEmbedded(): void {
  beforeAll(() => {
    usual = openEmbedded;
  });
  afterAll(() => {
    usual = takeMemory;
  });
}

/** Runs tests of worlds, and once more with the worlds in the embedded PostgreSQL. */
export function onBothDatabases(subject: string, tests: () => void): void {
  describe(subject, tests);
  if (!hasEmbeddedWorlds) return;
  describe(`${subject} on PostgreSQL`, () => {
    keepWorldsEmbedded();
    tests();
  });
}

const databases: readonly { readonly name: string; readonly open: Open }[] = openOnServer
  ? [{ name: 'a PostgreSQL server', open: openOnServer }]
  : [
      { name: 'SQLite', open: takeMemory },
      // Units from which the promises are taken cannot wait for it.
      ...(process.env['BOTYARD_UNITS'] === 'at-once' ? [] : [{ name: 'PostgreSQL', open: openEmbedded }]),
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

/** A PostgreSQL database with the tables of Botyard, all empty. */
export function freshPostgres(): Promise<PostgresPool> {
  return server ? server.take() : takeEmbedded();
}

/** A PostgreSQL database without any tables. */
export function emptyPostgres(): Promise<PostgresPool> {
  return server ? server.takeEmpty() : takeEmptyEmbedded();
}
