import { afterEach, beforeEach, expect, it } from 'vitest';
import { actingBot } from '../scenes/acting-bots.ts';
import { fetch } from '../scenes/fetching.ts';
import { BOT_TOKEN, secondBot } from '../scenes/second-bot.ts';
import { CLIENT_ID, createWorld, type World } from '../world.ts';

/*
 * Who owns a bot of generation 2, how it is registered, and in which types it is answered.
 */

const REGISTER = 'imbot.v2.Bot.register';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const draft = (code: string, more: object = {}) => ({ code, properties: { name: code }, ...more });
const ownedBy = async (botToken: string): Promise<string[]> =>
  (await world.alice.ok('imbot.v2.Bot.list', { botToken })).bots.map(({ code }: { code: string }) => code);

it('a bot token counts within the fields before beside them, and elsewhere beside them alone (V3)', async () => {
  const { bot } = await world.alice.ok(REGISTER, { botToken: 'beside', fields: draft('one', { botToken: 'within' }) });
  await world.alice.ok(REGISTER, { botToken: 'beside', fields: draft('two') });
  expect([await ownedBy('within'), await ownedBy('beside')]).toEqual([['one'], ['two']]);
  const update = (params: object) => world.alice.call('imbot.v2.Bot.update', { botId: bot.id, ...params });
  const fields = { properties: { name: 'New' }, botToken: 'within' };
  expect((await update({ fields })).body.error).toBe('BOT_TOKEN_NOT_SPECIFIED');
  expect((await update({ fields: { botToken: 'turned' }, botToken: 'within' })).status).toBe(200);
  expect([await ownedBy('within'), await ownedBy('turned')]).toEqual([[], ['one']]);
  expect(await world.alice.ok('imbot.v2.Revision.get')).toMatchObject({ rest: 36 });
});

it('events carry the bot token as it is now, so that a handler knows the portal by it (V4)', async () => {
  const handler = await world.handler();
  const acting = await actingBot(world, { handler });
  const shown = async () => {
    await world.alice.ok('im.message.add', { DIALOG_ID: acting.bot, MESSAGE: 'hello' });
    await world.settled();
    return handler.events('ONIMBOTV2MESSAGEADD').at(-1)?.auth.application_token;
  };
  expect(await shown()).toBe(`custom${BOT_TOKEN}`);
  await acting.by('imbot.v2.Bot.update', { fields: { botToken: 'turned' } });
  expect(await shown()).toBe('customturned');
});

it('a code is any text, with one owner in the portal (V8)', async () => {
  const code = 'test_bot_6735f0b5.12 ✓';
  await secondBot(world, { code, by: world.bob });
  const foreign = await world.alice.call(REGISTER, { botToken: 'another', fields: draft(code) });
  expect(foreign.body.error).toBe('BOT_CODE_ALREADY_TAKEN');
  expect(await ownedBy(BOT_TOKEN)).toEqual([code]);
});

it('who registers their bot again gets it as it is, whatever else they say of it (V9)', async () => {
  const handler = await world.handler();
  const bot = await secondBot(world, { handler });
  const fields = { code: 'second', type: 'no type', eventMode: 'fetch', properties: { name: 'Other' } };
  const { bot: same, users } = await world.alice.ok(REGISTER, { botToken: BOT_TOKEN, fields });
  expect(same).toMatchObject({ id: bot, type: 'bot', eventMode: 'webhook' });
  expect(users).toMatchObject([{ id: bot, name: 'second' }]);
  await world.alice.ok('im.message.add', { DIALOG_ID: bot, MESSAGE: 'hello' });
  await world.settled();
  expect(handler.events('ONIMBOTV2MESSAGEADD')).toHaveLength(1);
});

it('a bot of generation 1 hears as before until the way in which it hears is changed (V11)', async () => {
  const application = await world.application();
  const [first, second] = [await world.handler(), await world.handler()];
  const botId = await world.bot({ application, clientId: '', handler: first });
  const say = async (MESSAGE: string) => {
    await world.alice.ok('im.message.add', { DIALOG_ID: botId, MESSAGE });
    await world.settled();
  };
  await application.ok('imbot.v2.Chat.Message.send', {
    botId,
    dialogId: world.alice.id,
    fields: { message: 'from generation 2' },
  });
  const registered = await application.ok(REGISTER, { fields: draft('test-bot', { eventMode: 'fetch' }) });
  expect(registered.bot.id).toBe(botId);
  await say('one');
  expect(first.events('ONIMBOTMESSAGEADD')).toHaveLength(1);
  await application.ok('imbot.v2.Bot.update', { botId, fields: { webhookUrl: second.url, eventMode: 'webhook' } });
  await say('two');
  expect(first.events('ONIMBOTMESSAGEADD')).toHaveLength(1);
  expect(second.events('ONIMBOTV2MESSAGEADD').map(({ data }) => data.message.text)).toEqual(['two']);
});

it('numbers and flags come as such, and may be sent as texts (V16)', async () => {
  const acting = await actingBot(world);
  await world.alice.ok('im.message.add', { DIALOG_ID: acting.bot, MESSAGE: 'hello' });
  const { events } = await fetch(acting, { botId: String(acting.bot), limit: '1', offset: '0', withUserEvents: 'N' });
  expect(events).toMatchObject([{ eventId: expect.any(Number), data: { chat: { dialogId: String(world.alice.id) } } }]);
  const { chat } = await acting.by('imbot.v2.Chat.add', { fields: { userIds: [String(world.bob.id)] } });
  expect(chat).toMatchObject({ id: expect.any(Number), userCounter: 2, isNew: false, textFieldEnabled: true });
  const hidden = await acting.by('imbot.v2.Bot.update', { fields: { isHidden: 'Y' } });
  expect(hidden.bot.isHidden).toBe(true);
  await world.alice.ok('imbot.unregister', { BOT_ID: await world.bot(), CLIENT_ID });
});

it('what changes something answers that it did, within the result; a subscription without more (V22)', async () => {
  const acting = await actingBot(world);
  const { id: messageId } = await acting.by('imbot.v2.Chat.Message.send', {
    dialogId: world.alice.id,
    fields: { message: 'hello' },
  });
  const { command } = await acting.by('imbot.v2.Command.register', { fields: { command: 'go', hidden: true } });
  const called = await world.alice.ok('im.message.add', { DIALOG_ID: acting.bot, MESSAGE: '/go' });
  const answer = { commandId: command.id, messageId: called, dialogId: world.alice.id, fields: { message: 'gone' } };
  const calls = {
    'Chat.Message.update': { messageId, fields: { message: 'changed' } },
    'Chat.Message.Reaction.add': { messageId, reaction: 'like' },
    'Chat.Message.Reaction.delete': { messageId, reaction: 'like' },
    'Chat.InputAction.notify': { dialogId: world.alice.id },
    'Command.answer': answer,
    'Chat.Message.delete': { messageId },
    'Command.unregister': { commandId: command.id },
    'Bot.unregister': {},
  };
  for (const [method, params] of Object.entries(calls))
    expect([method, await acting.by(`imbot.v2.${method}`, params)]).toEqual([method, { result: true }]);
  for (const method of ['im.v2.Event.subscribe', 'im.v2.Event.unsubscribe'])
    expect(await world.alice.ok(method)).toBe(true);
});
