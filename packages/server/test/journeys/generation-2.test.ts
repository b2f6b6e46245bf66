import { afterEach, beforeEach, expect, it } from 'vitest';
import { capUnfetchedEvents } from '#domain/bot/cap-unfetched-events.ts';
import { joinGroup } from '../scenes/chats.ts';
import { BOT_TOKEN, secondBot } from '../scenes/second-bot.ts';
import { createWorld, post, type World } from '../world.ts';

/*
 * Bots of generation 2, beside those of generation 1.
 */

const METHOD = 'imbot.v2.Bot.register';
const HOUR = 60 * 60_000;
const draft = (code: string, more: object = {}) => ({ fields: { code, properties: { name: code }, ...more } });

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

/** Alice writes to the group, and speaks to those bots. */
async function write(text: string, ...botIds: number[]): Promise<number> {
  const mentions = botIds.map((id) => `[USER=${id}]bot[/USER] `).join('');
  const DIALOG_ID = `chat${world.groupChatId}`;
  const id = await world.alice.ok('im.message.add', { DIALOG_ID, MESSAGE: mentions + text });
  await world.settled();
  return id;
}

async function kept(): Promise<{ readonly state: number; readonly type: string }[]> {
  return world.app.store.readWith((session) =>
    session.query((db) => db.selectFrom('event').select(['state', 'type']).orderBy('id')),
  );
}

it('bots of both generations hear of one message, each in its own form', async () => {
  const [first, second] = [await world.handler(), await world.handler()];
  const firstBot = await world.bot({ handler: first });
  const bot = await secondBot(world, { handler: second });
  await joinGroup(world, firstBot);
  await joinGroup(world, bot);
  const id = await write('hello', firstBot, bot);

  expect(first.events('ONIMBOTMESSAGEADD')).toMatchObject([{ data: { PARAMS: { MESSAGE_ID: String(id) } } }]);
  expect(first.events('ONIMBOTV2MESSAGEADD')).toEqual([]);
  const [{ event, data, auth, ...more }] = second.events('ONIMBOTV2MESSAGEADD');
  expect(second.received.length).toBe(1);
  expect(event).toBe('ONIMBOTV2MESSAGEADD');
  expect(Object.keys(more)).toEqual(['ts']);
  // What shows that the portal sent it stands beside the data, and what to call with within.
  expect(auth).toEqual({ domain: data.bot.auth.domain, application_token: `custom${BOT_TOKEN}` });
  expect(data.bot).toMatchObject({
    id: String(bot),
    code: 'second',
    auth: { expires_in: '3600', scope: 'imbot', status: 'F', user_id: String(world.alice.id) },
  });
  expect(data.message).toMatchObject({
    id: String(id),
    chatId: String(world.groupChatId),
    authorId: String(world.alice.id),
    text: `[USER=${firstBot}]bot[/USER] [USER=${bot}]bot[/USER] hello`,
    isSystem: '0',
    forward: '',
    viewedByOthers: '0',
  });
  expect(data.message).not.toHaveProperty('params');
  expect(data.chat).toMatchObject({ dialogId: `chat${world.groupChatId}`, type: 'chat', diskFolderId: '' });
  expect(data.user).toMatchObject({ id: String(world.alice.id), bot: '0', lastActivityDate: '0', type: 'employee' });
});

it('the token in an event calls as who registered the bot, without its bot token', async () => {
  const handler = await world.handler();
  const bot = await secondBot(world, { handler, by: world.bob });
  await world.alice.ok('im.message.add', { DIALOG_ID: bot, MESSAGE: 'hello' });
  await world.settled();
  const [{ data }] = handler.events('ONIMBOTV2MESSAGEADD');
  expect(data.chat).toMatchObject({ type: 'private', dialogId: String(world.alice.id) });
  const { access_token, ...auth } = data.bot.auth;
  expect(auth).toMatchObject({ user_id: String(world.bob.id) });
  // There is no secret with which another could be fetched.
  expect(auth).not.toHaveProperty('refresh_token');
  const { status, body } = await post(`${world.app.url}/rest/${METHOD}`, { ...draft('second'), auth: access_token });
  expect({ status, id: body.result?.bot.id }).toEqual({ status: 200, id: bot });
});

it('a reply names the message that it replies to', async () => {
  const handler = await world.handler();
  const bot = await secondBot(world, { handler, type: 'supervisor' });
  await joinGroup(world, bot);
  const REPLY_ID = await write('first');
  await world.alice.ok('im.message.add', { DIALOG_ID: `chat${world.groupChatId}`, MESSAGE: 'second', REPLY_ID });
  await world.settled();
  expect(handler.events('ONIMBOTV2MESSAGEADD').at(-1)?.data.message.params).toEqual({ REPLY_ID: String(REPLY_ID) });
});

it('what a fetching bot is to hear is kept for a day, then given up and said so', async () => {
  const bot = await secondBot(world);
  await world.alice.ok('im.message.add', { DIALOG_ID: bot, MESSAGE: 'hello' });
  await world.settled();
  expect(await kept()).toContainEqual({ state: 4, type: 'messageAdded' });
  world.clock.advance(23 * HOUR);
  await world.settled();
  expect(await kept()).toContainEqual({ state: 4, type: 'messageAdded' });
  world.clock.advance(2 * HOUR);
  await world.settled();
  expect((await kept()).map(({ state }) => state)).not.toContain(4);
  const [attempt] = await world.app.store.readWith((session) =>
    session.query((db) => db.selectFrom('attempt').select('error').orderBy('id', 'desc')),
  );
  expect(attempt?.error).toBe('was not fetched within 24 hours');
});

it('of what a fetching bot is to hear the oldest are kept, and what is too much is given up and said so', async () => {
  const bot = await secondBot(world);
  for (const MESSAGE of ['one', 'two', 'three', 'four', 'five'])
    await world.alice.ok('im.message.add', { DIALOG_ID: bot, MESSAGE });
  const before = (await kept()).length;
  const end = (most: number) => world.app.store.write((work) => capUnfetchedEvents(work, most, before - 3));
  expect([await end(2), await end(2), await end(2)]).toEqual([2, 1, 0]);
  const states = (await kept()).map(({ state }) => state);
  expect(states).toEqual([...states.slice(0, before - 3).fill(4), 2, 2, 2]);
  const notes = await world.app.store.readWith((session) =>
    session.query((db) => db.selectFrom('attempt').select('error').orderBy('id', 'desc')),
  );
  expect(notes.map(({ error }) => error)).toEqual(
    Array(3).fill(`overflow: more than ${before - 3} events of this receiver were waiting to be fetched`),
  );
});

it('a bot token owns what was registered with it, whoever shows it', async () => {
  const bot = await secondBot(world);
  const { alice, bob } = world;
  const { bot: same, users } = await bob.ok(METHOD, {
    ...draft('second', { type: 'no such type' }),
    botToken: BOT_TOKEN,
  });
  expect({ same: same.id, users: users.map(({ id }: { id: number }) => id) }).toEqual({ same: bot, users: [bot] });
  const refusals = [];
  for (const names of [{ botToken: 'another' }, {}, { CLIENT_ID: BOT_TOKEN }])
    refusals.push((await alice.call(METHOD, { ...draft('second'), ...names })).body.error);
  expect(refusals).toEqual(['BOT_CODE_ALREADY_TAKEN', 'BOT_TOKEN_NOT_SPECIFIED', 'BOT_TOKEN_NOT_SPECIFIED']);
  // What a program of generation 1 calls itself is another owner, spelled the same or not.
  expect(
    (await alice.call('imbot.update', { BOT_ID: bot, CLIENT_ID: BOT_TOKEN, FIELDS: { CODE: 'mine' } })).body.error,
  ).toBe('APP_ID_ERROR');
});

it('each call of a batch shows its own bot token', async () => {
  const { result, result_error } = await world.alice.ok('batch', {
    cmd: {
      one: `${METHOD}?fields[code]=one&fields[properties][name]=One&botToken=first`,
      same: `${METHOD}?fields[code]=one&fields[properties][name]=One&fields[botToken]=first&botToken=second`,
      other: `${METHOD}?fields[code]=one&fields[properties][name]=One&botToken=second`,
      none: `${METHOD}?fields[code]=one&fields[properties][name]=One`,
    },
    botToken: 'first',
  });
  expect(result.same.bot.id).toBe(result.one.bot.id);
  expect([result_error.other.error, result_error.none.error]).toEqual([
    'BOT_CODE_ALREADY_TAKEN',
    'BOT_TOKEN_NOT_SPECIFIED',
  ]);
});

it('an application owns its bots by its token, and a bot token beside it says nothing', async () => {
  const application = await world.application();
  const { bot } = await application.ok(METHOD, { ...draft('own'), botToken: 'x'.repeat(41) });
  expect((await application.ok(METHOD, draft('own'))).bot.id).toBe(bot.id);
  const { body } = await world.alice.call(METHOD, { ...draft('own'), botToken: 'x' });
  expect(body.error).toBe('BOT_CODE_ALREADY_TAKEN');
});
