import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { manualClock } from '#kit/clock.ts';
import { systemRandom } from '#kit/random.ts';
import { testSecrets } from '../../test/databases.ts';
import { insertPortal, person } from '../../test/portal-in-store.ts';
import { openSqliteFile } from './sqlite-driver.ts';
import { openSqlite } from './sqlite-store.ts';
import type { Store } from './store.ts';

describe('the checkpointer', () => {
  let folder: string;
  let file: string;
  let store: Store;
  let portalId: number;
  const troubles: unknown[] = [];
  const addSomebody = () => store.write((work) => work.users.insertUser(person(portalId, 'Eve'), work.now));

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'botyard-'));
    file = join(folder, 'botyard.db');
    store = await openSqlite(file, {
      clock: manualClock(),
      random: systemRandom,
      secrets: testSecrets,
      onListenerError: (error) => troubles.push(error),
    });
    portalId = (await store.write(insertPortal)).portalId;
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  /** People in the database file alone, without its log; 0 where it was copied while it was being written to. */
  const folded = (): number => {
    const copy = join(folder, 'copy.db');
    copyFileSync(file, copy);
    try {
      const database = openSqliteFile(copy);
      try {
        return database.prepare('select id from user').all().length;
      } finally {
        database.close();
      }
    } catch {
      return 0;
    }
  };

  it('folds the log into the file while others go on writing, and lets it begin anew', async () => {
    expect(folded()).toBe(0);
    let commits = 0;
    let found = 0;
    while (found < 100 && commits < 5_000) {
      for (let i = 0; i < 64; i += 1, commits += 1) await addSomebody();
      found = folded();
    }
    expect(found).toBeGreaterThanOrEqual(100);
    expect(troubles).toEqual([]);
  });

  it('ends with the store: nothing keeps the file open', async () => {
    for (let i = 0; i < 300; i += 1) await addSomebody();
    await store.close();
    // Those, and the three who were there before.
    expect(folded()).toBe(303);
    store = await openSqlite(file, { clock: manualClock(), random: systemRandom, secrets: testSecrets });
  });
});
