import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqliteFile, type SqliteDatabase } from '../sqlite-driver.ts';
import { copySqlite } from './copy-sqlite.ts';

let folder: string;
let live: SqliteDatabase;
let path: string;
let target: string;
/** Pages enough for many steps of the copy. */
const ROWS = 6_000;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'botyard-copy-'));
  path = join(folder, 'live.db');
  target = join(folder, 'copy.db');
  live = openSqliteFile(path);
  live.exec(`
    create table line (id integer primary key, text text not null);
    with recursive n(i) as (select 1 union all select i + 1 from n where i < ${ROWS})
      insert into line select i, hex(zeroblob(1000)) from n;
  `);
  writeFileSync(target, '');
});
afterEach(() => {
  live.close();
  rmSync(folder, { recursive: true });
});

/** Commits a row at every turn of the event loop, for as long as `work` takes; answers with how many there were at its end. */
async function whileWriting(work: Promise<void>): Promise<number> {
  let isOver = false;
  const end = () => {
    isOver = true;
  };
  work.then(end, end);
  const insert = live.prepare('insert into line (text) values (hex(zeroblob(1000)))');
  let rows = ROWS;
  while (!isOver) {
    rows = Number(insert.run().lastInsertRowid);
    await new Promise(setImmediate);
  }
  await work;
  return rows;
}

test('a database that is written to without a pause is copied as it is at one moment', async () => {
  const seen: number[] = [];
  const rows = await whileWriting(
    copySqlite(path, target, { onProgress: ({ copied, total }) => seen.push(copied / total) }),
  );
  expect(seen[0]).toBe(0);
  expect(seen.at(-1)).toBe(1);
  expect(seen.length).toBeGreaterThan(3);
  const copy = openSqliteFile(target);
  try {
    expect(copy.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    const [{ count, last }] = copy.prepare('select count(*) as count, max(id) as last from line').all() as [
      { count: number; last: number },
    ];
    expect(count).toBe(last);
    expect(count).toBeGreaterThanOrEqual(ROWS);
    expect(count).toBeLessThan(rows);
  } finally {
    copy.close();
  }
});

test('a copy that is called off ends, and says why', async () => {
  const ending = new AbortController();
  const copied = copySqlite(path, target, {
    signal: ending.signal,
    onProgress: () => ending.abort(),
  });
  await expect(copied).rejects.toMatchObject({ name: 'AbortError' });
});

test('what stands in the way is told in the words of SQLite', async () => {
  writeFileSync(join(folder, 'broken.db'), 'x'.repeat(10_000));
  const copied = copySqlite(join(folder, 'broken.db'), target, { onProgress: () => undefined });
  await expect(copied).rejects.toThrow(/^file is not a database$/);
});
