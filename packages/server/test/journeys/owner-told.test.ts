import { afterEach, beforeEach, expect, it } from 'vitest';
import { tellOfOverflow } from '#domain/bot/tell-owner.ts';
import { type ControlledWorld, createControlledWorld } from '../controlled.ts';
import type { Handler } from '../world.ts';

const MINUTE = 60_000;

let world: ControlledWorld;
let handler: Handler;
let botId: number;
beforeEach(async () => {
  world = await createControlledWorld();
  handler = await world.handler();
  botId = await world.bot({ handler });
});
afterEach(() => world.close());

const say = async (MESSAGE: string) => {
  await world.bob.ok('im.message.add', { DIALOG_ID: botId, MESSAGE });
  await world.settled();
};
/** Minute by minute: what is due is done. */
const wait = async (minutes: number) => {
  for (let n = 0; n < minutes; n += 1) {
    world.clock.advance(MINUTE);
    await world.settled();
  }
};
/** What Alice, who registered the bot, has been told by the bot of the portal. */
async function told(): Promise<string[]> {
  const { own_bot_id: ownBot } = (
    await world.app.store.readWith((session) => session.query((db) => db.selectFrom('portal').select('own_bot_id')))
  )[0] ?? { own_bot_id: null };
  if (ownBot === null) return [];
  const { messages } = await world.alice.ok('im.dialog.messages.get', { DIALOG_ID: ownBot });
  return messages.map((message: { text: string }) => message.text).reverse();
}

it('the owner of a bot is told once that it is late, and once more when it is late again', async () => {
  handler.answer = () => ({ status: 503 });
  for (const text of ['one', 'two', 'three']) await say(text);
  await wait(9);
  expect(await told()).toEqual([]);
  await wait(5);
  expect(await told()).toEqual([
    expect.stringMatching(
      /^Events for your bot test-bot have been waiting for 1\d minutes: answered 503\. [\s\S]*events --failed --bot test-bot$/,
    ),
  ]);
  await wait(30);
  expect(await told()).toHaveLength(1);
  handler.answer = () => ({ status: 200 });
  await world.control('bot.retry', { bot: 'test-bot' });
  await world.settled();
  await wait(2);
  handler.answer = () => ({ status: 503 });
  await say('four');
  await wait(15);
  expect(await told()).toHaveLength(2);
});

it('a paused bot is not late', async () => {
  handler.answer = () => ({ status: 503 });
  await say('one');
  await world.control('bot.pause', { bot: 'test-bot' });
  await wait(20);
  expect(await told()).toEqual([]);
});

it('the owner is told once a day that too many events wait', async () => {
  const receiverId = await world.app.store.read(async (work) => (await work.bots.findBot(botId))?.receiverId ?? 0);
  await say('one');
  for (const count of [500, 20]) await world.app.store.write((work) => tellOfOverflow(work, receiverId, count));
  expect(await told()).toEqual([expect.stringMatching(/^Too many events wait for your bot test-bot: the newest 500/)]);
});

it('the bot of the portal is in no list of bots, and hears nothing', async () => {
  const bots = async () => [
    await world.alice.ok('imbot.bot.list'),
    (await world.control('status', {})).bots.map(({ name }) => name),
    (await world.control('commands', { as: 'Alice', in: 'test-bot' })).commands,
  ];
  const before = await bots();
  handler.answer = () => ({ status: 503 });
  await say('one');
  await wait(15);
  expect(await told()).toHaveLength(1);
  expect(await bots()).toEqual(before);
});
