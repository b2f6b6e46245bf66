import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createWorld, type World } from '../../test/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const OFFER = 'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA';

/** What the portal answers to a request written by hand, its body in these pieces. */
async function answerTo(head: string, ...body: readonly string[]): Promise<string> {
  const { hostname, port, host } = new URL(world.app.url);
  const socket = connect(Number(port), hostname);
  const answer = text(socket);
  socket.write(`${head}\r\nHost: ${host}\r\n${OFFER}\r\n\r\n`);
  for (const piece of body) {
    await new Promise(setImmediate);
    socket.write(piece);
  }
  return answer;
}

const path = (method: string) => `${new URL(world.alice.webhookUrl).pathname}${method}`;

test('a call that offers HTTP/2 is answered as HTTP/1.1', async () => {
  const answer = await answerTo(`GET ${path('profile')} HTTP/1.1`);
  expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  expect(answer).toContain('"NAME":"Alice"');
});

test('its body is read, in one piece or in several', async () => {
  const body = JSON.stringify({ DIALOG_ID: `chat${world.groupChatId}`, MESSAGE: 'offered' });
  const head = `POST ${path('im.message.add')} HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: ${body.length}`;
  for (const pieces of [[body], [body.slice(0, 10), body.slice(10)]])
    expect(await answerTo(head, ...pieces)).toMatch(/\r\n\r\n\{"result":\d+/);
});

test('a body in chunks is refused, and the answer says what to do', async () => {
  const answer = await answerTo(`POST ${path('profile')} HTTP/1.1\r\nTransfer-Encoding: chunked`);
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  expect(answer).toContain('omit it');
});

test('a body that does not come is not waited for, whoever was to read it', async () => {
  const answer = answerTo(
    'POST /login HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 9',
  );
  const isOver = answer.then(
    () => true,
    () => true,
  );
  const isTaken = once(world.app.server.node, 'upgrade');
  await isTaken;
  await new Promise(setImmediate);
  world.clock.advance(60_000);
  expect(await isOver).toBe(true);
});

test('a page of another site opens no connection, and one where nobody is signed in is told so', async () => {
  const open = async (origin: string) => {
    const socket = new WebSocket(`${world.app.url.replace('http', 'ws')}/live`, { origin });
    const refusal = once(socket, 'error').then(([error]) => error.message);
    const end = once(socket, 'close').then(([code]) => code);
    return await Promise.race([refusal, end]);
  };
  expect(await open('https://example.com')).toContain('403');
  expect(await open(world.app.url)).toBe(4401);
});
