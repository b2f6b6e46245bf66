import { writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { openPostgresPool } from '#storage/postgres-pool.ts';
import { botyard, type Ended, launch, type Server, startServer, temporaryFolder } from '../cli/botyard.ts';
import { post } from '../world.ts';
import { type PostgresServer, startPostgresServer } from './start-server.ts';

/* `botyard start --database`, against a server of its own that is ended and started again. */

const folder = temporaryFolder();
let postgres: PostgresServer;

beforeAll(async () => {
  const place = inject('postgresServer');
  if (!place) throw new Error('These tests need a PostgreSQL server');
  postgres = await startPostgresServer(place.bin);
});
afterAll(async () => {
  await postgres.stop();
  folder.remove();
});

let made = 0;

/** Address of a new, empty database. */
async function newDatabase(): Promise<{ name: string; address: string; exec(sql: string): Promise<void> }> {
  made += 1;
  const name = `start${made}`;
  await execAt('postgres', `create database ${name}`);
  return { name, address: postgres.address(name), exec: (sql) => execAt(name, sql) };
}

async function execAt(name: string, sql: string): Promise<void> {
  const pool = openPostgresPool(postgres.address(name), { connections: 1, statementTimeout: 0 });
  await pool.lend((connection) => connection.query({ sql }));
  await pool.close();
}

function start(...args: string[]): Promise<Ended> {
  return launch(['start', '--port', '0', '--json', ...args], folder.path).ended;
}

const say = (server: Server, text: string) =>
  post(`${server.started.webhookUrl}im.message.add`, { DIALOG_ID: `chat${server.started.groupChatId}`, MESSAGE: text });

async function history(server: Server): Promise<string[]> {
  const { body } = await post(`${server.started.webhookUrl}im.dialog.messages.get`, {
    DIALOG_ID: `chat${server.started.groupChatId}`,
  });
  return body.result.messages.map(({ text }: { text: string }) => text);
}

describe('a password that the address leaves out', () => {
  const passwordFile = join(folder.path, 'pgpass');

  test.each<[string, () => Record<string, string>]>([
    ['comes from PGPASSWORD', () => ({ PGPASSWORD: postgres.password })],
    [
      'comes from the password file',
      () => {
        writeFileSync(passwordFile, `127.0.0.1:*:*:botyard:${postgres.password}\n`, { mode: 0o600 });
        return { PGPASSFILE: passwordFile };
      },
    ],
  ])('%s', async (title, env) => {
    const { name } = await newDatabase();
    const address = postgres.addressWithPassword(name).replace(`:${postgres.password}`, '');
    const args = ['start', '--port', '0', '--json', '--database', address, '--data', title.replaceAll(' ', '-')];
    const running = launch(args, folder.path, { env: env() });
    expect(JSON.parse(await running.line((line) => line.startsWith('{')))).toMatchObject({ groupChatId: 1 });
    running.process.kill('SIGTERM');
    const { code, stdout, stderr } = await running.ended;
    expect(code).toBe(0);
    expect(stdout + stderr).not.toContain(postgres.password);
  });
});

describe('a portal on PostgreSQL', () => {
  test('goes on with what it was told before, from the same database and data directory', async () => {
    const { address } = await newDatabase();
    const first = await startServer(folder.path, '--database', address, '--data', 'goes-on');
    expect((await say(first, 'before the stop')).status).toBe(200);
    expect(await first.stop()).toMatchObject({ code: 0 });
    const second = await startServer(folder.path, '--database', address, '--data', 'goes-on');
    onTestFinished(async () => void (await second.stop()));
    expect(await history(second)).toContain('before the stop');
  });

  test('has the database for itself: a second start says who holds it', async () => {
    const { address } = await newDatabase();
    const first = await startServer(folder.path, '--database', address, '--data', 'holder');
    onTestFinished(async () => void (await first.stop()));
    const { code, stderr, stdout } = await start('--database', address, '--data', 'second');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(
      new RegExp(
        `^Error: Another Botyard uses this database: the portal of ${hostname()}, process ${first.process.pid}, since [\\d-]+ [\\d:]+ UTC\\. .*\n$`,
      ),
    );
  });

  test('takes the database over from one that was killed, and says so', async () => {
    const { address } = await newDatabase();
    const first = await startServer(folder.path, '--database', address, '--data', 'killed');
    await say(first, 'before the kill');
    first.process.kill('SIGKILL');
    await first.ended;
    const second = await startServer(folder.path, '--database', address, '--data', 'killed');
    expect(await history(second)).toContain('before the kill');
    const { stderr } = await second.stop();
    expect(stderr).toContain(`process ${first.process.pid}, since`);
    expect(stderr).toMatch(
      /did not stop cleanly; its lease on the database ends in \d+ s\n.*Took the database over from/s,
    );
  });

  test('is backed up by the commands that it prints, and comes back from both files', async () => {
    const shell = (command: string) => launch([], folder.path, { command: ['sh', '-c', command] }).ended;
    const { name, address } = await newDatabase();
    const first = await startServer(folder.path, '--database', address, '--data', 'backed-up');
    await say(first, 'before the backup');
    const { stdout } = await botyard(folder.path, 'backup', 'copy.tar', '--data', 'backed-up');
    const [, dump = ''] = /^The database is not in it\. Copy it, too: (pg_dump .*)$/m.exec(stdout) ?? [];
    expect(dump).toContain(`/${name}`);
    expect(await shell(dump)).toMatchObject({ code: 0 });
    const check = await botyard(folder.path, 'check', '--data', 'backed-up');
    expect(check).toMatchObject({ code: 0, stdout: expect.stringMatching(/Database +PostgreSQL \d+.*All is well/s) });
    expect(await first.stop()).toMatchObject({ code: 0 });

    const { address: empty } = await newDatabase();
    const restored = await botyard(folder.path, 'restore', 'copy.tar', '--data', 'came-back');
    const [, restore = ''] = /(pg_restore .*ADDRESS \S+),/.exec(restored.stdout) ?? [];
    const command = restore.replace('ADDRESS', `'${empty}'`).replace('FILE', 'copy.tar.dump');
    expect(await shell(command)).toMatchObject({ code: 0 });
    const second = await startServer(folder.path, '--database', empty, '--data', 'came-back');
    onTestFinished(async () => void (await second.stop()));
    expect(await history(second)).toContain('before the backup');
  });

  test('stops when another one has taken its database', async () => {
    const { address, exec } = await newDatabase();
    const server = await startServer(folder.path, '--database', address, '--data', 'loser');
    await exec("update database_lease set token = 'another', host = 'elsewhere', process_id = 7");
    const { code, stderr } = await server.ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /This portal lost its database to the portal of elsewhere, process 7, .* and has stopped.*\n$/,
    );
  });

  test('answers 503 while the server is away, and goes on by itself when it is back', async () => {
    const { address } = await newDatabase();
    const server = await startServer(folder.path, '--database', address, '--data', 'survivor');
    onTestFinished(async () => void (await server.stop()));
    await postgres.kill();
    expect(await say(server, 'while it is away')).toMatchObject({ status: 503, body: { error: 'OVERLOAD_LIMIT' } });
    await postgres.start();
    expect((await say(server, 'when it is back')).status).toBe(200);
    const said = await history(server);
    expect(said).toContain('when it is back');
    expect(said).not.toContain('while it is away');
  });

  test('keeps to its key: another data directory is refused', async () => {
    const { address } = await newDatabase();
    await (await startServer(folder.path, '--database', address, '--data', 'first-key')).stop();
    const { code, stderr } = await start('--database', address, '--data', 'other-key');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Error: The secrets of this database are sealed with the key of another data directory\./);
  });

  test('is brought up to date once when two start at the same moment', async () => {
    const { address } = await newDatabase();
    const both = ['one', 'two'].map((data) =>
      launch(['start', '-p', '0', '--json', '--database', address, '--data', data], folder.path),
    );
    const ended = await Promise.race(both.map(async ({ ended }, index) => ({ index, ...(await ended) })));
    expect(ended.stderr).toMatch(/^Error: (Another Botyard uses this database|The secrets of this database)/);
    const other = both[1 - ended.index];
    await other?.line((line) => line.startsWith('{'));
    other?.process.kill('SIGTERM');
    expect(await other?.ended).toMatchObject({ code: 0 });
  });
});

describe('a start that cannot have its database ends with one line that says what to do', () => {
  const withoutPassword = (ended: Ended) => expect(JSON.stringify(ended)).not.toContain('not-the-password');

  test.each([
    [
      'a wrong password',
      'postgres',
      /refuses the password of user "botyard", or none was given\. Give it by PGPASSWORD/,
    ],
    [
      'another user',
      'postgres',
      /Give another user in the address|refuses the password of user "stranger"/,
      'stranger',
    ],
  ])('%s', async (_, name, message, user = 'botyard') => {
    const address = postgres.addressWithPassword(name, 'not-the-password').replace('//botyard:', `//${user}:`);
    const ended = await start('--database', address);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(/^Error: postgres:\/\/[^\n]+\n$/);
    expect(ended.stderr).toMatch(message);
    withoutPassword(ended);
  });

  test('a missing database', async () => {
    const ended = await start('--database', postgres.addressWithPassword('nowhere'));
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(
      /^Error: postgres:\/\/botyard@127\.0\.0\.1:\d+\/nowhere does not exist\. .*createdb.*\n$/,
    );
  });

  test('a server that is not there', async () => {
    const ended = await start('--database', 'postgres://botyard:not-the-password@127.0.0.1:9/botyard');
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(
      /^Error: No PostgreSQL answers at postgres:\/\/botyard@127\.0\.0\.1:9\/botyard \(.*\)\. .*\n$/,
    );
    withoutPassword(ended);
  });

  test('a database that cannot hold every text', async () => {
    await execAt(
      'postgres',
      "create database latin encoding 'LATIN1' locale 'C' template template0 locale_provider libc",
    );
    const { code, stderr } = await start('--database', postgres.address('latin'));
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Error: The database .* is in LATIN1 .*createdb --encoding UTF8.*\n$/);
  });
});
