import { afterAll, beforeAll, expect, test } from 'vitest';
import { post } from '../world.ts';
import { botyard, type Server, startServer, temporaryFolder } from './botyard.ts';

const folder = temporaryFolder();
let portal: Server;
const start = () => startServer(folder.path, '--no-examples');
beforeAll(async () => {
  portal = await start();
});
afterAll(async () => {
  await portal.stop();
  folder.remove();
});

const fail = (...args: string[]) => botyard(folder.path, 'fail', ...args);
const call = (userId: number, method: string, params = {}) =>
  post(`${portal.started.webhooks.find((one) => one.userId === userId)?.url}${method}`, params);
const codes = async (userId: number, method: string, times: number) => {
  const codes: unknown[] = [];
  for (let i = 0; i < times; i += 1) codes.push((await call(userId, method)).body.error);
  return codes;
};

test('a method fails as often as was said, alone and in a batch, and then works again', async () => {
  const { stdout } = await fail('PROFILE', 'OVERLOAD_LIMIT', '--times', '3');
  expect(stdout).toBe(
    'The next 3 calls of profile are answered with 401 OVERLOAD_LIMIT. To end it: ./botyard fail --clear\n',
  );
  expect(await codes(1, 'profile', 1)).toEqual(['OVERLOAD_LIMIT']);
  const { body } = await call(1, 'batch', { cmd: ['profile', 'server.time', 'profile', 'profile'] });
  expect(Object.keys(body.result.result_error)).toEqual(['0', '2']);
  expect(Object.keys(body.result.result)).toEqual(['1', '3']);
});

test('a method fails for the person that was named, with an error of its own table', async () => {
  const once = await fail('im.message.like', 'MESSAGE_ID_ERROR', '--times', '1', '--as', 'Carol');
  expect(once.stdout).toMatch(/^The next call of im\.message\.like as Carol Cedar is answered with 400 /);
  await call(3, 'im.message.like');
  await fail('im.message.add', 'MESSAGE_EMPTY', '--as', 'Bob');
  const message = { DIALOG_ID: 'chat1', MESSAGE: 'there is one' };
  expect(await call(2, 'im.message.add', message)).toMatchObject({
    status: 400,
    body: { error: 'MESSAGE_EMPTY', error_description: "Message can't be empty" },
  });
  expect((await call(1, 'im.message.add', message)).status).toBe(200);
});

test('what is set is listed, with how often it still applies', async () => {
  await fail('profile', 'INTERNAL_SERVER_ERROR', '--times', '5');
  await codes(1, 'profile', 2);
  expect((await fail('--list')).stdout).toMatch(/^im\.message\.add +400 MESSAGE_EMPTY +Bob Birch +all$/m);
  expect((await fail('--list')).stdout).toMatch(/^profile +500 INTERNAL_SERVER_ERROR +everybody +3$/m);
  expect((await botyard(folder.path, 'status')).stdout).toMatch(/^Made to fail +2, see: \.\/botyard fail --list$/m);
});

test('it is gone after a restart, unless it is to be kept; clearing ends all', async () => {
  await fail('profile', 'expired_token', '--times', '1', '--keep');
  await portal.stop();
  portal = await start();
  expect(JSON.parse((await fail('--list', '--json')).stdout)).toMatchObject([
    { code: 'expired_token', times: 1, isKept: true },
  ]);
  expect(await codes(1, 'profile', 2)).toEqual(['expired_token', undefined]);
  await fail('profile', 'expired_token', '--keep');
  expect((await fail('--clear')).stdout).toBe('Ended: 1.\n');
  expect((await fail('--list')).stdout).toMatch(/^No method is made to fail/);
  await portal.stop();
  portal = await start();
  expect(await codes(1, 'profile', 1)).toEqual([undefined]);
});

test('a closed portal stays closed over a restart, and says so', async () => {
  await botyard(folder.path, 'portal', 'close');
  await portal.stop();
  portal = await start();
  expect(await call(1, 'profile')).toMatchObject({ status: 403, body: { error: 'PORTAL_DELETED' } });
  expect((await botyard(folder.path, 'status')).stdout).toMatch(
    /^Closed +programs are refused, until: \.\/botyard portal open$/m,
  );
  expect((await botyard(folder.path, 'portal', 'open')).stdout).toBe('The portal is open.\n');
  expect((await call(1, 'profile')).status).toBe(200);
});

test.each([
  [['fail'], 2, /Say which method is to fail/],
  [['fail', 'profile', 'X', '--times', 'often'], 2, /Say how many calls/],
  [['fail', 'no.such.method', 'X'], 1, /There is no method "no\.such\.method"/],
  [
    ['fail', 'im.message.like', 'MESSAGE_EMPTY'],
    1,
    /can fail with: MESSAGE_ID_ERROR, WITHOUT_CHANGES, INTERNAL_SERVER_ERROR/,
  ],
  [['fail', 'profile', 'expired_token', '--as', 'Zed'], 1, /Nobody here is called "Zed"/],
  [['portal', 'plan', 'cheap'], 2, /Allowed choices are free, commercial/],
])('says what is wrong with %s', async (args, code, message) => {
  expect(await botyard(folder.path, ...args)).toMatchObject({ code, stderr: expect.stringMatching(message) });
});
