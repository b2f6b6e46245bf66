import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { botyard, type Ended, startServer, temporaryFolder } from '../cli/botyard.ts';
import { post } from '../world.ts';
import { Canaries } from './canaries.ts';

/*
 * What the real program writes while everything goes wrong that can: whoever reads its output gets nothing to come in with.
 */

const folder = temporaryFolder();
const canaries = new Canaries();
let ended: Ended;

beforeAll(async () => {
  const server = await startServer(folder.path, '--production', '--allow-network', '127.0.0.0/8');
  const ask = async (...args: string[]) => (await botyard(folder.path, ...args)).stdout.trim();
  await ask('user', 'add', '--name', 'Ann', '--admin');
  const webhookUrl = await ask('webhook', 'add', '--as', 'Ann');
  const code = canaries.add('the webhook', new URL(webhookUrl).pathname.split('/').at(-2) ?? '');
  const link = await ask('login', '--as', 'Ann');
  canaries.add('the link that signs in', link.split('/').at(-1)?.trim() ?? '');

  const handler = createServer((request, response) => {
    request.pipe(response.writeHead(500));
  });
  const isCalled = once(handler, 'request');
  await new Promise<void>((resolve) => handler.listen(0, '127.0.0.1', resolve));
  const EVENT_HANDLER = `http://127.0.0.1:${(handler.address() as AddressInfo).port}/`;
  const bot = { CODE: 'bot', EVENT_HANDLER, PROPERTIES: { NAME: 'Bot' }, CLIENT_ID: 'app' };
  const { body } = await post(`${webhookUrl}imbot.register`, bot);
  await post(`${webhookUrl}im.message.add`, { DIALOG_ID: body.result, MESSAGE: 'Hello' });
  await isCalled;

  const { url } = server.started;
  const password = canaries.add('a password', 'never right: harbour, lantern, 42');
  await fetch(`${url}/login`, { method: 'POST', body: new URLSearchParams({ login: 'Ann', password }) });
  await post(`${url}/rest/99/${code}/profile`, {});
  await fetch(`${webhookUrl}im.message.add`, { method: 'POST', body: `{"code": "${code}", ` });
  await fetch(`${url}/sign-in/${code}`);
  await unreadable(url, `GET /rest/1/${code}/profile HTTP/9.9\r\n\r\n`);
  ended = await server.stop();
  handler.closeAllConnections();
  handler.close();
}, 60_000);
afterAll(() => folder.remove());

it('is no secret, in production', () => {
  expect({ ...ended, found: canaries.in(ended.stdout + ended.stderr) }).toMatchObject({ code: 0, found: [] });
});

async function unreadable(url: string, bytes: string): Promise<void> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.write(bytes);
  await new Promise((resolve) => socket.once('close', resolve).resume());
}
