import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Ended, launch } from '../cli/botyard.ts';
import { ownServer } from './own-server.ts';

const { execAt, folder, newDatabase, server: postgres, start } = ownServer();

describe('a password that the address leaves out', () => {
  const passwordFile = join(folder, 'pgpass');

  test.each<[string, () => Record<string, string>]>([
    ['comes from PGPASSWORD', () => ({ PGPASSWORD: postgres().password })],
    [
      'comes from the password file',
      () => {
        writeFileSync(passwordFile, `127.0.0.1:*:*:botyard:${postgres().password}\n`, { mode: 0o600 });
        return { PGPASSFILE: passwordFile };
      },
    ],
  ])('%s', async (title, env) => {
    const { name } = await newDatabase();
    const address = postgres().addressWithPassword(name).replace(`:${postgres().password}`, '');
    const args = ['start', '--port', '0', '--json', '--database', address, '--data', title.replaceAll(' ', '-')];
    const running = launch(args, folder, { env: env() });
    expect(JSON.parse(await running.line((line) => line.startsWith('{')))).toMatchObject({ groupChatId: 1 });
    running.process.kill('SIGTERM');
    const { code, stdout, stderr } = await running.ended;
    expect(code).toBe(0);
    expect(stdout + stderr).not.toContain(postgres().password);
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
    const address = postgres().addressWithPassword(name, 'not-the-password').replace('//botyard:', `//${user}:`);
    const ended = await start('--database', address);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(/^Error: postgres:\/\/[^\n]+\n$/);
    expect(ended.stderr).toMatch(message);
    withoutPassword(ended);
  });

  test('a missing database', async () => {
    const ended = await start('--database', postgres().addressWithPassword('nowhere'));
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
    const { code, stderr } = await start('--database', postgres().address('latin'));
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Error: The database .* is in LATIN1 .*createdb --encoding UTF8.*\n$/);
  });
});
