import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parsePhpQuery } from '#kit/php-query/parse.ts';
import { post } from '../world.ts';
import { botyard, type Server as Portal, startServer, temporaryFolder } from './botyard.ts';

const folder = temporaryFolder();
const data = ['--data', 'here'];
let portal: Portal;
let handler: Server;
let handlerUrl: string;
// biome-ignore lint/suspicious/noExplicitAny: what an event carries is what the tests are about.
type Told = any;
let hear: (told: Told) => void = () => undefined;

beforeAll(async () => {
  handler = createServer(async (request, response) => {
    hear(parsePhpQuery(Buffer.concat(await request.toArray()).toString()));
    response.end();
  });
  await new Promise<void>((resolve) => handler.listen(0, '127.0.0.1', resolve));
  handlerUrl = `http://127.0.0.1:${(handler.address() as AddressInfo).port}/`;
  portal = await startServer(folder.path, '--memory', '--no-examples', ...data);
});
afterAll(async () => {
  await portal.stop();
  handler.close();
  folder.remove();
});

const app = (...args: string[]) => botyard(folder.path, 'app', ...args, ...data);
/** The next event of that name: those of earlier changes may still be on their way. */
const told = (name: string) =>
  new Promise<Told>((resolve) => {
    hear = (event) => {
      if (event.event === name) resolve(event);
    };
  });
let added: { id: number; clientId: string; clientSecret: string; applicationToken: string };

test('app add registers an application, which is told of its installation with tokens that work', async () => {
  const installed = told('ONAPPINSTALL');
  const { code, stdout } = await app(
    'add',
    '--title',
    'Weather',
    '--handler',
    handlerUrl,
    '--scope',
    'im,imbot',
    '--api-only',
    '--json',
  );
  added = JSON.parse(stdout);
  expect({ code, keys: Object.keys(added) }).toEqual({
    code: 0,
    keys: ['id', 'clientId', 'clientSecret', 'applicationToken'],
  });
  const { event, data, auth } = await installed;
  expect({ event, data }).toEqual({
    event: 'ONAPPINSTALL',
    data: { VERSION: '1', ACTIVE: 'Y', INSTALLED: 'Y', LANGUAGE_ID: 'en' },
  });
  expect(auth).toMatchObject({ scope: 'im,imbot', application_token: added.applicationToken, status: 'L' });
  const { body } = await post(`${auth.client_endpoint}app.info`, { auth: auth.access_token });
  expect(body.result).toMatchObject({ ID: added.id, CODE: added.clientId });
});

test('app list and app show tell of it, the latter with what is secret', async () => {
  const listed = await app('list');
  expect(listed.stdout).toMatch(/^ID +TITLE +CLIENT ID +MAY USE +IS\n\d+ +Weather +local\.\S+ +im,imbot +API only\n$/);
  expect(listed.stdout).not.toContain(added.clientSecret);
  expect((await app('show', 'weather')).stdout).toContain(added.clientSecret);
  expect(JSON.parse((await app('show', added.clientId, '--json')).stdout)).toMatchObject(added);
});

test('app show tells where the application is opened in the portal', async () => {
  const installed = told('ONAPPINSTALL');
  const scope = ['--scope', 'placement,crm'];
  await app('add', '--title', 'Board', '--handler', handlerUrl, ...scope, '--api-only');
  const { auth } = await installed;
  const bind = (PLACEMENT: string, more = {}) =>
    post(`${auth.client_endpoint}placement.bind`, { auth: auth.access_token, PLACEMENT, HANDLER: handlerUrl, ...more });
  await bind('CRM_DEAL_DETAIL_TAB', { TITLE: 'Deals' });
  await bind('PAGE_BACKGROUND_WORKER', { OPTIONS: { errorHandlerUrl: handlerUrl }, USER_ID: 2 });
  const { stdout } = await app('show', 'Board');
  expect(stdout).toMatch(
    /\n\nIt is opened at\n {2}CRM_DEAL_DETAIL_TAB {5}Deals {2}http:\S+\n {2}PAGE_BACKGROUND_WORKER {9}http:\S+ {2}for Bob Birch alone\n$/,
  );
  expect(JSON.parse((await app('show', 'Board', '--json')).stdout).placements).toHaveLength(2);
  await app('remove', 'Board');
});

test('app change makes the next version, of which it is told', async () => {
  const updated = told('ONAPPUPDATE');
  const { stdout } = await app('change', 'Weather', '--scope', 'im,imbot,user', '--title', 'Storm');
  expect(stdout).toBe('Storm is at version 2 now. It may use im, imbot, user.\n');
  const { event, data, auth } = await updated;
  expect({ event, data }).toMatchObject({ event: 'ONAPPUPDATE', data: { VERSION: '2', PREVIOUS_VERSION: '1' } });
  expect(auth.scope).toBe('im,imbot,user');
});

test('app change says who may use it', async () => {
  const change = async (...args: string[]) => JSON.parse((await app('change', 'Storm', ...args, '--json')).stdout);
  expect((await change('--only', 'Bob,Carol')).allowedUserIds).toEqual([2, 3]);
  expect((await change('--for-everybody')).allowedUserIds).toBeNull();
});

test('app remove takes it out, of which it is told without any token', async () => {
  const removed = told('ONAPPUNINSTALL');
  expect((await app('remove', String(added.id))).stdout).toBe('Storm is gone, and so are its bots.\n');
  const { event, data, auth } = await removed;
  expect({ event, data }).toMatchObject({ event: 'ONAPPUNINSTALL', data: { CLEAN: '1' } });
  expect(Object.keys(auth).sort()).toEqual([
    'application_token',
    'client_endpoint',
    'domain',
    'member_id',
    'server_endpoint',
  ]);
  expect((await app('list')).stdout).toMatch(/^No application is registered\./);
});

test.each([
  [['add', '--title', 'X', '--handler', 'ftp://x'], 1, /The handler is no address/],
  [['add', '--title', 'X', '--handler', 'http://localhost/', '--scope', 'sales'], 1, /no permission "sales"/],
  [['add', '--title', 'X', '--handler', 'http://localhost/', '--as', 'Bob'], 1, /Bob is no administrator/],
  [
    ['add', '--title', 'X', '--handler', 'http://botyard.localhost:3000/x'],
    1,
    /has the host name of the portal.*Use http:\/\/127\.0\.0\.1:3000\/x\.$/m,
  ],
  [['add', '--title', 'X'], 2, /--handler is missing/],
  [['remove', 'nothing'], 1, /no application called "nothing"/],
])('says what is wrong with app %s', async (args, code, message) => {
  const ended = await app(...args);
  expect(ended).toMatchObject({ code, stderr: expect.stringMatching(message) });
});
