import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { logTo } from '#kit/log.ts';
import { SqliteThread } from '#storage/call-log/sqlite-thread.ts';
import { callLogFile } from '#storage/data-files.ts';
import { openSqliteFile } from '#storage/sqlite-driver.ts';
import { temporaryFolder } from '../../../test/cli/botyard.ts';
import { createWorld } from '../../../test/world.ts';

it('while the log cannot be written calls are answered, and counted when they are too many to be kept', async () => {
  const folder = temporaryFolder();
  const database = join(folder.path, 'portal.db');
  const lines: string[] = [];
  const world = await createWorld({ database, log: logTo((_, message) => lines.push(message)) });
  await world.alice.ok('profile');
  await world.app.calls.flush();
  const other = openSqliteFile(callLogFile(database) ?? '');
  try {
    other.exec('begin immediate');
    // Each of them is refused: there is something to tell of it.
    const cmd = Array.from({ length: 50 }, () => `im.chat.leave?text=${'x '.repeat(2_000)}`);
    for (let i = 0; i < 100; i += 1) await world.alice.ok('batch', { cmd });
    // What is at the disk is not waited for any longer than the database itself waits.
    await world.app.calls.flush();
    for (let i = 0; i < 50; i += 1) await world.alice.ok('batch', { cmd });
    const { dropped } = world.app.calls;
    expect(dropped).toBeGreaterThan(0);
    expect(lines.filter((line) => line.includes('not kept in the log'))).toHaveLength(1);
    world.clock.advance(60_000);
    expect(lines.filter((line) => line.includes('within a minute'))).toEqual([
      `${dropped - 1} more REST calls were not kept in the log within a minute`,
    ]);
    other.exec('rollback');
    await world.app.calls.flush();
    await world.alice.ok('profile');
    expect(await world.app.calls.count()).toEqual({ kept: 1 + 150 * 51 + 1 - dropped, dropped });
  } finally {
    other.close();
    await world.close();
    folder.remove();
  }
});

it('calls of before a stop are there after it, and the numbers go on', async () => {
  const folder = temporaryFolder();
  const database = join(folder.path, 'portal.db');
  for (const method of ['profile', 'user.current']) {
    const world = await createWorld({ database });
    await world.alice.ok(method);
    await world.close();
  }
  const world = await createWorld({ database });
  const calls = await world.app.calls.list({ limit: 10 });
  expect(calls.map(({ id, method }) => [id, method])).toEqual([
    [2, 'user.current'],
    [1, 'profile'],
  ]);
  await world.close();
  folder.remove();
});

it('a stop in the middle of forgetting old calls leaves nothing open, and the rest for the next start', async () => {
  const folder = temporaryFolder();
  const database = join(folder.path, 'portal.db');
  const failures: unknown[] = [];
  const world = await createWorld({ database, onError: (error) => failures.push(error) });
  for (let i = 0; i < 20; i += 1) {
    await world.alice.ok('profile');
    await world.app.calls.flush();
  }
  world.clock.advance(25 * 60 * 60_000);
  await world.close();
  expect(failures).toEqual([]);
  expect(existsSync(`${callLogFile(database)}-wal`)).toBe(false);
  folder.remove();
});

it('a connection that was closed opens its file no more', async () => {
  const folder = temporaryFolder();
  const path = join(folder.path, 'calls.db');
  const thread = new SqliteThread(path, '');
  await thread.exec('create table t (id integer)');
  await thread.close();
  rmSync(path);
  await expect(thread.exec('select 1')).rejects.toThrow('The call log is closed');
  expect(existsSync(path)).toBe(false);
  folder.remove();
});

it('a log that is damaged is begun anew', async () => {
  const folder = temporaryFolder();
  const database = join(folder.path, 'portal.db');
  const { writeFileSync } = await import('node:fs');
  writeFileSync(callLogFile(database) ?? '', 'no database at all, and longer than its head has to be'.repeat(50));
  const world = await createWorld({ database });
  await world.alice.ok('profile');
  expect(await world.app.calls.list({ limit: 10 })).toMatchObject([{ id: 1, method: 'profile' }]);
  await world.close();
  folder.remove();
});
