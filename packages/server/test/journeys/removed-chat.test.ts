import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ControlledWorld, createControlledWorld } from '../controlled.ts';
import { joinGroup } from '../scenes/chats.ts';
import type { Handler } from '../world.ts';

let world: ControlledWorld;
let handler: Handler;
let dialog: string;
beforeEach(async () => {
  world = await createControlledWorld();
  handler = await world.handler();
  await joinGroup(world, await world.bot({ handler }));
  await world.settled();
  handler.received.length = 0;
  dialog = `chat${world.groupChatId}`;
});
afterEach(() => world.close());

it('of a chat that was removed nothing is sent any more, and what is written there is refused', async () => {
  await world.control('bot.pause', { bot: 'test-bot' });
  const botId = (await world.control('bot.show', { bot: 'test-bot' })).id;
  const MESSAGE = `[USER=${botId}]bot[/USER] hello`;
  await world.bob.ok('im.message.add', { DIALOG_ID: dialog, MESSAGE });
  await world.control('chat.remove', { chat: dialog, isConfirmed: true });
  await world.control('bot.resume', { bot: 'test-bot' });
  await world.settled();
  expect(handler.received).toEqual([]);
  const [event] = (await world.control('event.list', { bot: 'test-bot' })).events;
  expect(event).toMatchObject({ state: 'dropped', reason: 'what it tells of is gone' });

  const late = await world.alice.call('imbot.message.add', {
    DIALOG_ID: dialog,
    MESSAGE: 'late',
    CLIENT_ID: 'test-app',
  });
  expect({ status: late.status, error: late.body.error }).toEqual({ status: 400, error: expect.any(String) });
  const written = await world.bob.call('im.message.add', { DIALOG_ID: dialog, MESSAGE: 'anybody?' });
  expect({ status: written.status, error: written.body.error }).toEqual({ status: 400, error: 'CHAT_ID' });
});

it('two who talked to each other begin anew, and the old messages are not there', async () => {
  await world.bob.ok('im.message.add', { DIALOG_ID: '3', MESSAGE: 'a secret' });
  const chats = async () => (await world.control('chat.list', { as: 'Carol' })).chats;
  const [old] = await chats();
  await world.control('chat.remove', { as: 'Carol', chat: 'Bob', isConfirmed: true });
  expect(await chats()).toEqual([]);
  await world.bob.ok('im.message.add', { DIALOG_ID: '3', MESSAGE: 'hello again' });
  const { messages } = await world.carol.ok('im.dialog.messages.get', { DIALOG_ID: '2' });
  expect(messages.map(({ text }: { text: string }) => text)).toEqual(['hello again']);
  expect((await chats())[0]?.id).not.toBe(old?.id);
});
