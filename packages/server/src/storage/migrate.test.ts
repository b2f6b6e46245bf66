import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { manualClock } from '#kit/clock.ts';
import { systemRandom } from '#kit/random.ts';
import { emptyPostgres, testSecrets } from '../../test/databases.ts';
import { insertPortal } from '../../test/portal-in-store.ts';
import type { Dialect } from './dialect.ts';
import { migrations } from './migrations/index.ts';
import { migratePostgres, openPostgres } from './postgres-store.ts';
import { openSqliteFile } from './sqlite-driver.ts';
import { openSqlite } from './sqlite-store.ts';
import type { Store } from './store.ts';

const options = { clock: manualClock(), random: systemRandom, secrets: testSecrets };

/** A database that outlives the stores that are opened on it; `exec` runs what it is given without any of them. */
type Lasting = (
  test: (open: () => Promise<Store>, exec: (sql: string) => Promise<void>) => Promise<void>,
) => Promise<void>;

const inFile: Lasting = async (test) => {
  const folder = mkdtempSync(join(tmpdir(), 'botyard-'));
  try {
    const file = join(folder, 'botyard.db');
    const exec = async (sql: string) => {
      const database = openSqliteFile(file);
      database.exec(sql);
      database.close();
    };
    await test(() => openSqlite(file, options), exec);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const inPostgres: Lasting = async (test) => {
  const pool = await emptyPostgres();
  const exec = (sql: string) => pool.lend(async (connection) => void (await connection.query({ sql })));
  await test(async () => {
    await migratePostgres(pool);
    // The database outlives the store.
    return openPostgres({ ...pool, close: async () => undefined }, options);
  }, exec);
  await pool.close();
};

/** The database as it was after so many steps. */
async function takeSteps(exec: (sql: string) => Promise<void>, dialect: Dialect, count: number): Promise<void> {
  await exec('create table migration (name text primary key)');
  for (const { name, statements } of migrations.slice(0, count)) {
    for (const sql of statements(dialect)) await exec(sql);
    await exec(`insert into migration(name) values ('${name}')`);
  }
}

describe.each([
  { name: 'SQLite', dialect: 'sqlite', lasting: inFile },
  { name: 'PostgreSQL', dialect: 'postgres', lasting: inPostgres },
] as const)('the schema on $name', ({ lasting, dialect }) => {
  it('is brought up to date by the first start and left alone by the second', () =>
    lasting(async (open) => {
      const first = await open();
      const { alice } = await first.write(insertPortal);
      await first.close();
      const second = await open();
      expect(await second.read((work) => work.users.findUser(alice.id))).toEqual(alice);
      await second.close();
    }));

  it('puts those who worked in a portal before there were departments into its first one', () =>
    lasting(async (open, exec) => {
      await takeSteps(exec, dialect, 1);
      await exec("insert into portal(id, member_id, language, created_at) values (1, 'm', 'en', 1)");
      await exec('insert into "user"(id, portal_id, name, created_at) values (1, 1, \'Alice\', 7)');
      await exec('insert into "user"(id, portal_id, name, is_extranet, created_at) values (4, 1, \'Dana\', 1, 7)');
      const store = await open();
      await store.read(async (work) => {
        const [company] = await work.departments.listOfPortal(1);
        const [alice, dana] = await work.users.listPeople(1);
        expect(alice).toMatchObject({ changedAt: 7, isInvited: false, profile: { departments: [company?.id] } });
        expect(dana?.profile.departments).toEqual([]);
      });
      await store.close();
    }));

  it('makes departments parts of the company, which was the first one', () =>
    lasting(async (open, exec) => {
      await takeSteps(exec, dialect, 15);
      await exec("insert into portal(id, member_id, language, created_at) values (1, 'm', 'en', 1), (2, 'n', 'en', 1)");
      for (const [id, portal, name] of [
        [1, 1, 'Company'],
        [2, 2, 'Firm'],
        [3, 1, 'Labs'],
        [4, 2, 'Shop'],
        [5, 1, 'Sales'],
      ])
        await exec(`insert into department(id, portal_id, name, created_at) values (${id}, ${portal}, '${name}', 1)`);
      const store = await open();
      const placed = await store.read(async (work) =>
        [...(await work.departments.listOfPortal(1)), ...(await work.departments.listOfPortal(2))].map(
          ({ name, parentId, headId }) => [name, parentId, headId],
        ),
      );
      expect(placed).toEqual([
        ['Company', null, null],
        ['Labs', 1, null],
        ['Sales', 1, null],
        ['Firm', null, null],
        ['Shop', 2, null],
      ]);
      await store.close();
    }));

  it('of a newer Botyard is refused with words that help', () =>
    lasting(async (open) => {
      const newer = await open();
      await newer.writeWith((session) => session.exec("insert into migration(name) values ('9999-from-the-future')"));
      await newer.close();
      await expect(open()).rejects.toThrow(/newer Botyard.*9999-from-the-future.*Start that version/);
    }));
});

describe('the steps of the schema', () => {
  it('are numbered in the order they run', () => {
    const numbers = migrations.map(({ name }) => Number(/^(\d{4})-/.exec(name)?.[1]));
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  });
});
