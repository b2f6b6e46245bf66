import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parsePhpQuery } from '#kit/php-query/parse.ts';
import { post } from '../world.ts';
import { botyard, type Server as Portal, startServer, temporaryFolder } from './botyard.ts';

const folder = temporaryFolder();
const data = ['--data', 'here'];
let portal: Portal;
beforeAll(async () => {
  portal = await startServer(folder.path, '--memory', '--no-examples', ...data);
});
afterAll(async () => {
  await portal.stop();
  folder.remove();
});

const webhook = (...args: string[]) => botyard(folder.path, 'webhook', ...args, ...data);
const profile = async (url: string) => (await post(`${url}profile`, {})).body;
let bobs: { id: number; url: string };

test('webhook list shows whose there are, and to nobody but its owner the address', async () => {
  bobs = JSON.parse((await webhook('add', '--as', 'Bob', '--scope', 'im', '--title', 'Weather', '--json')).stdout);
  const { stdout } = await webhook('list');
  expect(stdout).toMatch(new RegExp(`^${bobs.id} +Bob Birch +Weather +im +without an end$`, 'm'));
  expect(stdout).not.toContain('/rest/');
  expect((await webhook('list', '--as', 'Bob')).stdout).toContain(bobs.url);
  expect((await webhook('list', '--as', 'Alice')).stdout).not.toContain(bobs.url);
});

test('webhook add gives what its help says, and no help names an empty default', async () => {
  const help = async (...command: string[]) => (await botyard(folder.path, ...command, '--help')).stdout;
  const [, told = ''] = /\(default:\s+(\S+)\)/.exec(await help('webhook', 'add')) ?? [];
  const { scope } = JSON.parse((await webhook('add', '--as', 'Carol', '--json')).stdout);
  expect(told.split(',')).toEqual(scope);
  expect(await help('say')).not.toMatch(/default:\s+\[\]/);
});

test('webhook change by its owner keeps the address; by an administrator it is theirs under another one', async () => {
  const own = await webhook('change', String(bobs.id), '--as', 'Bob', '--title', 'Storm', '--expires', '30');
  expect(own).toMatchObject({ code: 0, stdout: '', stderr: expect.stringMatching(/^It may use im, until \d{4}-/) });
  expect((await profile(bobs.url)).result.NAME).toBe('Bob');
  const taken = await webhook('change', String(bobs.id), '--as', 'Alice', '--scope', 'im,user', '--for-ever', '--json');
  const { url, ...changed } = JSON.parse(taken.stdout);
  expect(changed).toMatchObject({ userId: 1, title: 'Storm', scope: ['im', 'user'], expiresAt: null });
  expect((await profile(bobs.url)).error).toBe('INVALID_CREDENTIALS');
  expect((await profile(url)).result.NAME).toBe('Alice');
  bobs = { ...bobs, url };
});

test('portal webhooks keeps the making of webhooks for administrators, and those that there are go on working (N5)', async () => {
  const portalWebhooks = (who: string) => botyard(folder.path, 'portal', 'webhooks', who, ...data);
  expect((await portalWebhooks('administrators')).stdout).toMatch(/^Webhooks are made for administrators alone\./);
  const refused = await webhook('add', '--as', 'Bob');
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringMatching(/botyard portal webhooks everybody/) });
  expect((await webhook('add', '--as', 'Alice')).code).toBe(0);
  expect((await profile(bobs.url)).result.NAME).toBe('Alice');
  await portalWebhooks('everybody');
  expect((await webhook('add', '--as', 'Bob')).code).toBe(0);
});

test('webhook revoke ends it', async () => {
  expect((await webhook('revoke', String(bobs.id), '--as', 'Carol')).stderr).toMatch(/no such webhook/);
  expect((await webhook('revoke', String(bobs.id), '--as', 'Alice')).stdout).toBe('Storm is revoked.\n');
  expect((await profile(bobs.url)).error).toBe('INVALID_CREDENTIALS');
  expect((await webhook('list')).stdout).not.toContain('Storm');
});

test('webhook outgoing has an address told of events, with nothing to call with', async () => {
  // biome-ignore lint/suspicious/noExplicitAny: what an event carries is what the test is about.
  let hear: (told: any) => void = () => undefined;
  const handler: Server = createServer(async (request, response) => {
    hear(parsePhpQuery(Buffer.concat(await request.toArray()).toString()));
    response.end();
  });
  await new Promise<void>((resolve) => handler.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(handler.address() as AddressInfo).port}/`;
  try {
    const as = ['--as', 'Alice', '--handler', url, '--title', 'To the warehouse'];
    const added = JSON.parse((await webhook('outgoing', 'add', ...as, '--events', 'onUserAdd', '--json')).stdout);
    const told = new Promise<Record<string, unknown>>((resolve) => {
      hear = resolve;
    });
    await botyard(folder.path, 'user', 'add', '--name', 'Eve', ...data);
    const { origin, host } = new URL(portal.started.url);
    expect(await told).toMatchObject({
      event: 'ONUSERADD',
      event_handler_id: expect.stringMatching(/^\d+$/),
      data: { NAME: 'Eve', ACTIVE: '1' },
      auth: {
        domain: host,
        client_endpoint: `${origin}/rest/`,
        server_endpoint: `${origin}/rest/`,
        member_id: expect.stringMatching(/^[0-9a-f]{32}$/),
        application_token: added.applicationToken,
      },
    });
    const listed = await webhook('outgoing', 'list');
    expect(listed.stdout).toMatch(/^\d+ +To the warehouse +ONUSERADD +http/m);
    expect(listed.stdout).not.toContain(added.applicationToken);
    expect((await webhook('outgoing', 'remove', String(added.id))).code).toBe(0);
    expect((await webhook('outgoing', 'list')).stdout).toMatch(/^There is no outgoing webhook/);
  } finally {
    handler.close();
  }
});

test.each([
  [['change', '1', '--as', 'Alice'], 2, /Nothing is to be changed/],
  [['change', 'first', '--as', 'Alice', '--title', 'X'], 2, /An id is a number/],
  [['revoke', '999', '--as', 'Alice'], 1, /no such webhook/],
  [['outgoing', 'add', '--as', 'Alice', '--handler', 'ftp://x', '--events', 'ONUSERADD'], 1, /no address/],
  [['outgoing', 'add', '--as', 'Alice', '--handler', 'http://x/', '--events', 'ONIMBOTMESSAGEADD'], 1, /ONUSERADD/],
  [['outgoing', 'remove', '999'], 1, /no such outgoing webhook/],
])('says what is wrong with webhook %s', async (args, code, message) => {
  expect(await webhook(...args)).toMatchObject({ code, stderr: expect.stringMatching(message) });
});
