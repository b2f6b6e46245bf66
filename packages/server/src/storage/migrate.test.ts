import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyPostgres, testSecrets } from '../../test/databases.ts';
import { insertPortal } from '../../test/portal-in-store.ts';
import { manualClock } from '../kit/clock.ts';
import { systemRandom } from '../kit/random.ts';
import { migrations } from './migrations/index.ts';
import { openPostgres } from './postgres-store.ts';
import { openSqlite } from './sqlite-store.ts';
import type { Store } from './store.ts';

const options = { clock: manualClock(), random: systemRandom, secrets: testSecrets };

/** A database that outlives the stores that are opened on it. */
type Lasting = (test: (open: () => Promise<Store>) => Promise<void>) => Promise<void>;

const inFile: Lasting = async (test) => {
  const folder = mkdtempSync(join(tmpdir(), 'botyard-'));
  try {
    await test(() => openSqlite(join(folder, 'botyard.db'), options));
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const inPostgres: Lasting = async (test) => {
  const pool = await emptyPostgres();
  await test(() => openPostgres(pool, options));
};

describe.each([
  { name: 'SQLite', lasting: inFile },
  { name: 'PostgreSQL', lasting: inPostgres },
])('the schema on $name', ({ lasting }) => {
  it('is brought up to date by the first start and left alone by the second', () =>
    lasting(async (open) => {
      const first = await open();
      const { alice } = await first.write(insertPortal);
      await first.close();
      const second = await open();
      expect(await second.read((work) => work.users.findUser(alice.id))).toEqual(alice);
      await second.close();
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
