import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { list } from 'tar';
import { Pool } from 'undici';
import { afterAll, describe, expect, test } from 'vitest';
import { openSqliteFile } from '#storage/sqlite-driver.ts';
import { amount } from '../amount.ts';
import { post } from '../world.ts';
import type { Server } from './botyard.ts';
import { commandsInFolder } from './in-folder.ts';

const { at, run, succeeds, start, remove } = commandsInFolder();
afterAll(remove);

const CONNECTIONS = 32;
/** In the database before the backup, so that it takes a while. */
const MESSAGES = amount({ usual: 20_000, full: 1_000_000 });

/** Many messages at once, as the portal stores them. */
function fill(data: string): void {
  const database = openSqliteFile(at(data, 'botyard.db'));
  database.exec(`
    insert into chat (portal_id, type, owner_id, title, created_at) values (1, 'group', 1, 'Old', 0);
    insert into member (chat_id, user_id, role, joined_at) select id, 1, 'owner', 0 from chat where title = 'Old';
    insert into message (chat_id, seq, author_id, text, created_at)
      with recursive n(i) as (select 1 union all select i + 1 from n where i < ${MESSAGES})
      select (select id from chat where title = 'Old'), i, 1, 'Message ' || i || hex(zeroblob(100)), i from n;
  `);
  database.close();
}

/** Writes over so many connections at once, each as soon as it was answered. */
function writeTo({ started: { webhookUrl, groupChatId } }: Server) {
  const { origin, pathname } = new URL('im.message.add', webhookUrl);
  const pool = new Pool(origin, { connections: CONNECTIONS });
  const acknowledged: number[] = [];
  let isOver = false;
  const write = async () => {
    while (!isOver) {
      const body = JSON.stringify({ DIALOG_ID: `chat${groupChatId}`, MESSAGE: 'written meanwhile' });
      const headers = { 'content-type': 'application/json' };
      const answer = await pool.request({ method: 'POST', path: pathname, headers, body });
      const { result } = (await answer.body.json()) as { readonly result: number };
      acknowledged.push(result);
    }
  };
  const writing = Promise.all(Array.from({ length: CONNECTIONS }, write));
  return {
    acknowledged,
    /** Until so many more are acknowledged. */
    async more(count: number): Promise<void> {
      for (const until = acknowledged.length + count; acknowledged.length < until; ) await new Promise(setImmediate);
    },
    async stop(): Promise<void> {
      isOver = true;
      await writing;
      await pool.close();
    },
  };
}

test('a backup under 32 connections that write ends, and holds what was acknowledged before it began', async () => {
  await (await start('live')).stop();
  fill('live');
  const server = await start('live');
  const writers = writeTo(server);
  await writers.more(200);
  const before = writers.acknowledged.length;
  const made = JSON.parse(await succeeds('backup', 'first.tar', '--data', 'live', '--json'));
  const after = writers.acknowledged.length;
  await writers.more(CONNECTIONS);
  await writers.stop();
  await server.stop();

  expect(made).toEqual({
    file: at('first.tar'),
    bytes: statSync(at('first.tar')).size,
    hasDatabase: true,
    databaseAddress: null,
  });
  expect(statSync(at('first.tar')).mode & 0o777).toBe(0o600);
  expect(readdirSync(at()).filter((name) => name.includes('.part'))).toEqual([]);
  // Nobody waited for it.
  expect(after).toBeGreaterThan(before);

  expect(await succeeds('restore', 'first.tar', '--data', 'restored')).toContain(
    'Start it: ./botyard start --data restored',
  );
  const check = JSON.parse(await succeeds('check', '--data', 'restored', '--json'));
  expect(check).toMatchObject({ problems: [], directory: at('restored') });
  const database = openSqliteFile(at('restored', 'botyard.db'));
  const written = database.prepare(`select id from message where text = 'written meanwhile'`).all();
  database.close();
  const kept = new Set(written.map((row) => (row as { id: number }).id));
  expect(writers.acknowledged.slice(0, before).filter((id) => !kept.has(id))).toEqual([]);
  const restored = await start('restored');
  try {
    const { webhookUrl, groupChatId } = restored.started;
    const last = Math.max(...writers.acknowledged.slice(0, before));
    const { body } = await post(`${webhookUrl}im.dialog.messages.get`, {
      DIALOG_ID: `chat${groupChatId}`,
      FIRST_ID: last - 1,
      LIMIT: 1,
    });
    expect(body.result.messages).toMatchObject([{ id: last, text: 'written meanwhile' }]);
    expect(await succeeds('check', '--data', 'restored')).toMatch(/All is well\.\n$/);
  } finally {
    await restored.stop();
  }
});

describe('files', () => {
  const upload = async ({ started: { webhookUrl, groupChatId } }: Server, name: string) => {
    const ok = async (method: string, params: object) => (await post(`${webhookUrl}${method}`, params)).body.result;
    const { ID: id } = await ok('im.disk.folder.get', { CHAT_ID: groupChatId });
    const content = Buffer.from(`content of ${name}`).toString('base64');
    return (await ok('disk.folder.uploadfile', { id, data: { NAME: name }, fileContent: [name, content] })).ID;
  };

  test('go into the backup of a running portal and of one that was killed, and are checked', async () => {
    const server = await start('with-files');
    const id = await upload(server, 'one.txt');
    await succeeds('backup', 'running.tar', '--data', 'with-files');
    await upload(server, 'two.txt');
    server.process.kill('SIGKILL');
    await server.ended;
    await succeeds('backup', 'files.tar', '--data', 'with-files');
    for (const [archive, data, count] of [
      ['running.tar', 'one-file', 1],
      ['files.tar', 'two-files', 2],
    ] as const) {
      await succeeds('restore', archive, '--data', data);
      expect(storedIn(data)).toHaveLength(count);
      const check = JSON.parse(await succeeds('check', '--data', data, '--json'));
      expect(check).toMatchObject({ problems: [], bytes: { files: 18 * count } });
    }
    const restored = await start('two-files');
    try {
      const { body } = await post(`${restored.started.webhookUrl}disk.file.get`, { id });
      expect(await (await fetch(body.result.DOWNLOAD_URL)).text()).toBe('content of one.txt');
    } finally {
      await restored.stop();
    }
    rmSync(at('two-files', 'files', ...(storedIn('two-files')[0] ?? '').split('/')));
    const broken = await run('check', '--data', 'two-files');
    expect(broken.code).toBe(1);
    expect(broken.stdout).toMatch(
      /Problem: A file in .*files cannot be handed out: [0-9a-f]{32} is gone\. Put the folder back/,
    );
  });

  /** Below the folder for files. */
  const storedIn = (data: string) =>
    readdirSync(at(data, 'files'), { recursive: true, encoding: 'utf8' }).filter((path) => /[0-9a-f]{32}$/.test(path));
});

describe('of a portal that has stopped', () => {
  test('a backup is made, too: of one that was killed with what its log holds', async () => {
    const server = await start('killed');
    const { result } = (
      await post(`${server.started.webhookUrl}im.message.add`, { DIALOG_ID: '2', MESSAGE: 'the last' })
    ).body;
    server.process.kill('SIGKILL');
    await server.ended;
    await succeeds('backup', 'killed.tar', '--data', 'killed');
    await succeeds('restore', 'killed.tar', '--data', 'again');
    const database = openSqliteFile(at('again', 'botyard.db'));
    const found = database.prepare('select text from message where id = ?').all(result);
    database.close();
    expect(found).toEqual([{ text: 'the last' }]);
    expect(readFileSync(at('again', 'key'))).toEqual(readFileSync(at('killed', 'key')));
    expect(statSync(at('again', 'key')).mode & 0o777).toBe(0o600);
  });

  test('a certificate of its own goes along', async () => {
    await (await start('with-tls', '--tls')).stop();
    await succeeds('backup', 'with-tls.tar', '--data', 'with-tls');
    const names: string[] = [];
    await list({ file: at('with-tls.tar'), onReadEntry: ({ path }) => names.push(path) });
    expect(names).toEqual(['backup.json', 'key', 'tls-cert.pem', 'tls-key.pem', 'botyard.db']);
  });
});
