import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { openSqliteFile } from '#storage/sqlite-driver.ts';
import { post } from '../world.ts';
import { botyard, type Ended, startServer, temporaryFolder } from './botyard.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

/** A start that has to fail: it ends by itself, and says on one line why. */
async function refusedStart(data: string): Promise<Ended> {
  const ended = await botyard(folder.path, 'start', '--no-examples', '--port', '0', '--data', data);
  expect({ code: ended.code, stdout: ended.stdout, lines: ended.stderr.trimEnd().split('\n').length }).toEqual({
    code: 1,
    stdout: '',
    lines: 1,
  });
  return ended;
}

/** Data that a portal has left behind. */
async function leftBehind(name: string): Promise<string> {
  await (await startServer(folder.path, '--no-examples', '--data', name)).stop();
  return join(folder.path, name);
}

describe('a start that cannot be', () => {
  test('names a database that another program holds', async () => {
    const data = await leftBehind('held');
    const holder = openSqliteFile(join(data, 'botyard.db'));
    onTestFinished(() => holder.close());
    holder.exec('pragma locking_mode = exclusive; begin exclusive');
    expect((await refusedStart('held')).stderr).toBe(
      `Error: ${join(data, 'botyard.db')} is locked by another program. Close that one and start again.\n`,
    );
  });

  test('names a file where the data directory is to be', async () => {
    writeFileSync(join(folder.path, 'a-file'), '');
    expect((await refusedStart('a-file')).stderr).toMatch(
      /a-file cannot be used as data directory: it is not a directory\. Choose another one: --data DIR/,
    );
  });

  test.each(['key', 'lock', 'botyard.db', 'control.json'])('names %s where that is a folder', async (name) => {
    const data = join(folder.path, `folder-${name}`);
    mkdirSync(join(data, name), { recursive: true });
    expect((await refusedStart(`folder-${name}`)).stderr).toContain(name === 'lock' ? data : join(data, name));
  });

  test('names a damaged database, and a damaged lock', async () => {
    const data = await leftBehind('damaged');
    writeFileSync(join(data, 'botyard.db'), 'x'.repeat(10_000));
    expect((await refusedStart('damaged')).stderr).toMatch(/^Error: The database in .*damaged is damaged/);
    writeFileSync(join(data, 'lock'), 'x'.repeat(10_000));
    expect((await refusedStart('damaged')).stderr).toContain(`${join(data, 'lock')} is damaged. Remove it`);
  });

  test('does not begin anew where the key of a database lies', async () => {
    const data = await leftBehind('lost');
    for (const name of readdirSync(data)) if (name.startsWith('botyard.db')) rmSync(join(data, name));
    expect((await refusedStart('lost')).stderr).toContain('botyard.db is gone. Put it back from your backup');
  });
});

test('what the first start wrote is in the database itself once it answers, and not in a log that can be lost', async () => {
  const server = await startServer(folder.path, '--no-examples', '--data', 'first');
  const data = join(folder.path, 'first');
  server.process.kill('SIGKILL');
  await server.ended;
  rmSync(join(data, 'botyard.db-wal'), { force: true });
  rmSync(join(data, 'botyard.db-shm'), { force: true });
  const again = await startServer(folder.path, '--no-examples', '--data', 'first');
  onTestFinished(() => void again.stop());
  expect(again.started.webhooks.map(({ url }) => new URL(url).pathname)).toEqual(
    server.started.webhooks.map(({ url }) => new URL(url).pathname),
  );
});

const canMount = process.platform === 'linux' && process.getuid?.() === 0 && tryMount();

/** A file system in memory of its own; not to be had in every container. */
function tryMount(): boolean {
  const path = join(folder.path, 'probe');
  try {
    mount(path, '1m');
    execFileSync('umount', [path]);
    return true;
  } catch {
    return false;
  }
}

function mount(path: string, size: string): void {
  mkdirSync(path, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', path], { stdio: 'ignore' });
}

function mounted(name: string, size: string): string {
  const path = join(folder.path, name);
  mount(path, size);
  onTestFinished(() => void execFileSync('umount', ['-l', path]));
  return path;
}

/** Takes the room that is left, but for so many bytes. */
function fill(path: string, left: number): void {
  const { bavail, bsize } = statfsSync(path);
  writeFileSync(join(path, 'ballast'), Buffer.alloc(Math.max(0, bavail * bsize - left)));
}

describe.skipIf(!canMount)('on a full disk (needs root, for a small file system in memory)', () => {
  test.each([0, 8, 16, 40, 100, 300, 600])('with %i KB left a start ends with one line', async (kilobytes) => {
    const disk = mounted(`full-${kilobytes}`, '2m');
    fill(disk, kilobytes * 1024);
    const { stderr } = await refusedStart(join(disk, 'data'));
    expect(stderr).toMatch(/^Error: .*[Dd]isk is full/);
    expect(existsSync(join(disk, 'data', 'control.json'))).toBe(false);
  });

  test('calls are refused, that is told once, and the portal goes on when there is room', async () => {
    const disk = mounted('filling', '12m');
    writeFileSync(join(disk, 'elsewhere'), Buffer.alloc(4_000_000));
    const server = await startServer(folder.path, '--no-examples', '--data', join(disk, 'data'));
    const write = (MESSAGE: string) => post(`${server.started.webhookUrl}im.message.add`, { DIALOG_ID: '2', MESSAGE });
    const statuses = new Set<number>();
    for (let call = 0; call < 400; call += 1) statuses.add((await write('x'.repeat(20_000))).status);
    expect([...statuses].every((status) => status === 200 || status >= 500)).toBe(true);
    expect(statuses.size).toBeGreaterThan(1);
    fill(disk, 0);
    expect((await fetch(`${server.started.url}/health`)).status).toBe(200);
    expect((await fetch(`${server.started.url}/ready`)).status).toBe(503);
    for (const name of ['ballast', 'elsewhere']) rmSync(join(disk, name));
    expect((await fetch(`${server.started.url}/ready`)).status).toBe(200);
    expect((await write('There is room again')).status).toBe(200);
    const { stderr } = await server.stop();
    const told = stderr.split('\n').filter((line) => line.includes('disk is full'));
    expect(told.length).toBeGreaterThan(0);
    expect(told.length).toBeLessThanOrEqual(2);
    expect(stderr).not.toContain('    at ');
  });
});
