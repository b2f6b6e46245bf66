import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorld, post, type World } from './world.ts';

/*
 * Bodies of many strangers that do not end. They have a room of their own, and others are read whatever they hold.
 */

const MB = 1024 * 1024;
/** They would need more than all bodies may hold together. */
const STRANGERS = 140;

let world: World;
const held: Socket[] = [];
beforeAll(async () => {
  world = await createWorld();
  for (let count = 0; count < STRANGERS; count += 1) await holdOne();
});
afterAll(() => {
  for (const socket of held) socket.destroy();
  return world.close();
});

/** A megabyte but for its end; resolves when the portal has taken it, or has answered. */
async function holdOne(): Promise<void> {
  const { port, hostname } = new URL(world.app.url);
  const socket = connect(Number(port), hostname).on('error', () => undefined);
  held.push(socket);
  const head = ['POST /rest/profile HTTP/1.1', 'Host: a', `Content-Length: ${MB}`, '', ''].join('\r\n');
  const isAnswered = once(socket, 'data');
  const isWritten = new Promise<void>((resolve) => socket.write(head + 'A'.repeat(MB - 10), () => resolve()));
  await Promise.race([isWritten, isAnswered]);
}

const large = () => ({ DIALOG_ID: `chat${world.groupChatId}`, MESSAGE: 'hello', PAD: 'A'.repeat(200 * 1024) });

/** What is answered to a large body at that address. */
async function answerAt(url: string): Promise<string> {
  const { status, body } = await post(url, large());
  return `${status} ${body.error ?? 'ok'}`;
}

it('keep other strangers from sending a large one', async () => {
  expect(await answerAt(`${world.app.url}/rest/profile`)).toBe('503 OVERLOAD_LIMIT');
});

it('keep nobody from it whose webhook or token stands in the address', async () => {
  const token = await (await world.application()).token();
  expect(await answerAt(`${world.alice.webhookUrl}im.message.add`)).toBe('200 ok');
  expect(await answerAt(`${world.app.url}/rest/im.message.add?auth=${token}`)).toBe('200 ok');
});

it('leave no room to those who only claim to be known', async () => {
  expect(await answerAt(`${world.app.url}/rest/1/wrong/im.message.add`)).toBe('401 INVALID_CREDENTIALS');
  expect(await answerAt(`${world.app.url}/rest/im.message.add?auth=wrong`)).toBe('401 invalid_token');
});
