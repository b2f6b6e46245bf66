import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createWorld, post, type World } from './world.ts';

/*
 * Files whose senders say who they are in the body, as the vendor's SDK does: behind the file, where nobody knows it before
 * all of it was taken in. A few of those are taken in at one time.
 */

const MB = 1024 * 1024;
const PLACES = 4;

let world: World;
let auth: string;
let botId: number;
const hanging: Socket[] = [];
beforeEach(async () => {
  world = await createWorld();
  auth = await (await world.application()).token();
  const fields = { code: 'sender', eventMode: 'fetch', properties: { name: 'Sender' } };
  botId = (await post(methodUrl('Bot.register'), { auth, fields })).body.result.bot.id;
});
afterEach(async () => {
  for (const socket of hanging.splice(0)) socket.destroy();
  await world.close();
});

const methodUrl = (name: string) => `${world.app.url}/rest/imbot.v2.${name}`;
/** Two megabytes in a chat with Bob. */
const file = () => ({
  botId,
  dialogId: `${world.bob.id}`,
  fields: { name: 'a.bin', content: Buffer.alloc(2 * MB, 'a').toString('base64') },
});

/** What is answered to such a file. */
async function answerTo(body: object): Promise<string> {
  const answer = await post(methodUrl('File.upload'), body);
  return `${answer.status} ${answer.body.error ?? 'ok'}`;
}

/** Somebody who has a place and says nothing more. */
async function hang(): Promise<void> {
  const { port, hostname, pathname } = new URL(methodUrl('File.upload'));
  const socket = connect(Number(port), hostname)
    .on('error', () => undefined)
    .resume();
  hanging.push(socket);
  const head = [
    `POST ${pathname} HTTP/1.1`,
    'Host: a',
    `Content-Length: ${4 * MB}`,
    'Content-Type: application/json',
    '',
  ];
  const begin = `{"fields": {"content": "${'A'.repeat(2 * MB)}`;
  await new Promise<void>((resolve) => socket.write(`${head.join('\r\n')}\r\n${begin}`, () => resolve()));
}

it('are taken in one after the other, however many come at once', async () => {
  const answers = await Promise.all(Array.from({ length: 3 * PLACES }, () => answerTo({ ...file(), auth })));
  expect(new Set(answers)).toEqual(new Set(['200 ok']));
});

it('need no place where the token stands before the file', async () => {
  for (let count = 0; count < PLACES; count += 1) await hang();
  expect(await answerTo({ auth, ...file() })).toBe('200 ok');
});

it('wait until somebody has gone who had a place', async () => {
  for (let count = 0; count < PLACES; count += 1) await hang();
  const answer = answerTo({ ...file(), auth });
  hanging.pop()?.destroy();
  expect(await answer).toBe('200 ok');
});

it('get the places of those who say nothing more, and nobody waits for those whose senders have gone', async () => {
  for (let count = 0; count < PLACES; count += 1) await hang();
  const gone = new AbortController();
  const body = JSON.stringify({ ...file(), auth });
  const given = fetch(methodUrl('File.upload'), { method: 'POST', body, signal: gone.signal }).catch(() => 'gone');
  gone.abort();
  expect(await given).toBe('gone');
  // Half of the time that the silent ones have: whoever comes now still has his when theirs is over.
  world.clock.advance(60_000);
  const late = answerTo({ ...file(), auth });
  while (hanging.some((socket) => !socket.closed)) {
    world.clock.advance(2_000);
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(await late).toBe('200 ok');
});

it('are refused behind a text that looks like a token before them, where theirs is none', async () => {
  expect(await answerTo({ note: { auth: 'none' }, ...file(), auth })).toBe('200 ok');
  expect(await answerTo({ ...file(), auth: 'none' })).toBe('401 invalid_token');
});
