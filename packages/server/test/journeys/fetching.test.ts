import { afterEach, beforeEach, expect, it } from 'vitest';
import { changeAccount } from '#domain/user/change-account.ts';
import { revokeWebhook } from '#domain/webhook/revoke-webhook.ts';
import { seen } from '../calling.ts';
import { type Acting, actingBot, enterGroup } from '../scenes/acting-bots.ts';
import { fetch, textsOf, typesOf } from '../scenes/fetching.ts';
import { userOf } from '../scenes/sign-in.ts';
import { createWorld, type World } from '../world.ts';

/*
 * Bots that fetch: who hears what, how they wait, and what becomes of their events when they change their way.
 */

const DAY = 24 * 3_600_000;

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const say = (DIALOG_ID: number | string, MESSAGE: string) => world.alice.ok('im.message.add', { DIALOG_ID, MESSAGE });

/** All that a bot has not confirmed yet; it is confirmed then. */
async function heardBy(acting: Acting): Promise<string[]> {
  const fetched = await fetch(acting);
  await fetch(acting, { offset: fetched.nextOffset });
  return textsOf(fetched);
}

const change = async (id: number, account: Parameters<typeof changeAccount>[2]) => {
  const changed = await world.app.store.write(async (work) => changeAccount(work, await userOf(work, id), account));
  expect(changed.ok).toBe(true);
};

it('in one chat each kind of bot hears what is for it', async () => {
  const bots = [];
  for (const type of ['bot', 'supervisor', 'personal']) bots.push(await actingBot(world, { code: type, type }));
  const [plain, supervisor, personal] = bots as [Acting, Acting, Acting];
  let dialogId = '';
  for (const bot of bots) dialogId = await enterGroup(world, bot);
  const mention = `[USER=${plain.bot}]bot[/USER]`;
  await say(dialogId, 'to nobody');
  await say(dialogId, `${mention} to the bot`);
  await plain.by('imbot.v2.Chat.Message.send', { dialogId, fields: { message: 'of the bot' } });
  expect(await heardBy(plain)).toEqual([`${mention} to the bot`]);
  const all = ['to nobody', `${mention} to the bot`, 'of the bot'];
  expect([await heardBy(supervisor), await heardBy(personal)]).toEqual([all, all]);
});

it('a bot hears its own edits and reactions, and reactions on what it wrote (V24, V31)', async () => {
  const acting = await actingBot(world);
  const dialogId = await enterGroup(world, acting);
  const { id } = await acting.by('imbot.v2.Chat.Message.send', { dialogId, fields: { message: 'first' } });
  await acting.by('imbot.v2.Chat.Message.update', { messageId: id, fields: { message: 'second' } });
  await acting.by('imbot.v2.Chat.Message.Reaction.add', { messageId: id, reaction: 'fire' });
  await world.alice.ok('im.message.like', { MESSAGE_ID: id, ACTION: 'plus' });
  const theirs = await say(dialogId, 'of Alice');
  await world.bob.ok('im.message.like', { MESSAGE_ID: theirs, ACTION: 'plus' });
  const { events } = await fetch(acting);
  expect(events.map(({ type, data }) => [type, data.user.bot, data.reaction])).toEqual([
    ['ONIMBOTV2MESSAGEUPDATE', true, undefined],
    ['ONIMBOTV2REACTIONCHANGE', true, 'fire'],
    ['ONIMBOTV2REACTIONCHANGE', false, 'like'],
  ]);
});

it('a typed command comes first, then the message that it stands in (V43)', async () => {
  const acting = await actingBot(world);
  await acting.by('imbot.v2.Command.register', { fields: { command: 'help', hidden: 'Y' } });
  const id = await say(acting.bot, '/help me');
  const { events } = await fetch(acting);
  expect(events.map(({ type, data }) => [type, data.message?.id])).toEqual([
    ['ONIMBOTV2JOINCHAT', undefined],
    ['ONIMBOTV2COMMANDADD', id],
    ['ONIMBOTV2MESSAGEADD', id],
  ]);
});

it('a call that waits is answered when something has come, and with nothing when its time is over', async () => {
  const acting = await actingBot(world);
  const waiting = fetch(acting, { wait: 25 });
  await say(acting.bot, 'hello');
  const fetched = await waiting;
  expect(fetched.events.length).toBeGreaterThan(0);
  const { nextOffset } = await fetch(acting);
  let isAnswered = false;
  const inVain = fetch(acting, { offset: nextOffset, wait: 25 }).finally(() => {
    isAnswered = true;
  });
  while (!isAnswered) {
    world.clock.advance(5_000);
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(await inVain).toMatchObject({ events: [], nextOffset });
});

it.each([
  ['whose person is dismissed', (id: number) => change(id, { isActive: false })],
  [
    'whose webhook is revoked',
    async (id: number) => {
      const { store } = world.app;
      const webhooks = await store.read((work) => work.webhooks.listOfUser(id));
      for (const { webhook } of webhooks)
        await store.write(async (work) => revokeWebhook(work, await userOf(work, id), webhook.id));
    },
  ],
])('a call that waits and %s meanwhile is told that, and nothing of what has come', async (_, end) => {
  await change(world.bob.id, { isAdmin: true });
  const acting = await actingBot(world);
  const { nextOffset } = await fetch(acting);
  const waiting = world.alice.call('imbot.v2.Event.get', { ...acting.names, offset: nextOffset, wait: 25 });
  // What came before this call waits by now.
  await world.alice.ok('server.time');
  await end(world.alice.id);
  await world.bob.ok('im.message.add', { DIALOG_ID: acting.bot, MESSAGE: 'after that' });
  expect(seen(await waiting)).toMatchObject({ status: 401, error: 'INVALID_CREDENTIALS' });
});

it('an offset that is too high confirms nothing that comes while its call waits (V35)', async () => {
  const acting = await actingBot(world);
  await say(acting.bot, 'before');
  const { nextOffset } = await fetch(acting);
  const waiting = fetch(acting, { offset: nextOffset + 1000, wait: 25 });
  await say(acting.bot, 'while it waits');
  expect(textsOf(await waiting)).toEqual(['while it waits']);
});

it('a bot that changes its way hears all that it has not confirmed, and nothing of it twice (V38)', async () => {
  const handler = await world.handler();
  const acting = await actingBot(world);
  const update = (fields: object) => acting.by('imbot.v2.Bot.update', { fields });
  await say(acting.bot, 'confirmed');
  await heardBy(acting);
  await say(acting.bot, 'fetched, not confirmed');
  await fetch(acting);
  await say(acting.bot, 'waiting');
  await update({ eventMode: 'webhook', webhookUrl: handler.url });
  await world.settled();
  await say(acting.bot, 'sent');
  await world.settled();
  const sent = () => handler.events('ONIMBOTV2MESSAGEADD').map(({ data }) => data.message.text);
  expect(sent()).toEqual(['fetched, not confirmed', 'waiting', 'sent']);
  expect(await fetch(acting)).toMatchObject({ events: [], hasMore: false });
  handler.answer = () => ({ status: 503 });
  await say(acting.bot, 'not taken');
  await world.settled();
  await update({ eventMode: 'fetch' });
  await say(acting.bot, 'fetched again');
  expect(await heardBy(acting)).toEqual(['not taken', 'fetched again']);
});

it('an event that was fetched and not confirmed keeps its number while its bot is called in vain (V38)', async () => {
  const handler = await world.handler();
  handler.answer = () => ({ status: 503 });
  const acting = await actingBot(world);
  await say(acting.bot, 'hello');
  const { events } = await fetch(acting);
  await acting.by('imbot.v2.Bot.update', { fields: { eventMode: 'webhook', webhookUrl: handler.url } });
  await world.settled();
  await acting.by('imbot.v2.Bot.update', { fields: { eventMode: 'fetch' } });
  const idsOf = (told: readonly { readonly eventId: number }[]) => told.map(({ eventId }) => eventId);
  expect(idsOf((await fetch(acting)).events)).toEqual(idsOf(events));
});

it('a bot that goes back to fetching loses nothing to an offset that came from events of a person meanwhile (V33, V38)', async () => {
  const handler = await world.handler();
  handler.answer = () => ({ status: 503 });
  const acting = await actingBot(world);
  await world.alice.ok('im.v2.Event.subscribe');
  await say(acting.bot, 'one');
  const both = (params: Record<string, unknown>) => fetch(acting, { withUserEvents: 'Y', ...params });
  // The answer is lost.
  await both({});
  await acting.by('imbot.v2.Bot.update', { fields: { eventMode: 'webhook', webhookUrl: handler.url } });
  await say(`chat${world.groupChatId}`, 'elsewhere');
  const { nextOffset: offset } = await both({});
  await acting.by('imbot.v2.Bot.update', { fields: { eventMode: 'fetch' } });
  expect(typesOf(await both({ offset }))).toEqual(['ONIMBOTV2JOINCHAT', 'ONIMBOTV2MESSAGEADD']);
});

it('the last event of a bot can be fetched with its old token, and nothing else can be done with it (V59)', async () => {
  const acting = await actingBot(world);
  await acting.by('imbot.v2.Bot.unregister');
  expect(typesOf(await fetch(acting))).toEqual(['ONIMBOTV2DELETE']);
  await acting.refused('imbot.v2.Command.list', {}, 'BOT_NOT_FOUND');
});

it('the last event of a bot can be confirmed, again where the answer was lost, until a day after its end (V59)', async () => {
  const acting = await actingBot(world);
  await acting.by('imbot.v2.Bot.unregister');
  const { nextOffset: offset } = await fetch(acting);
  const nothingMore = { events: [], nextOffset: offset, hasMore: false };
  expect(await fetch(acting, { offset })).toMatchObject(nothingMore);
  world.clock.advance(DAY - 1);
  expect(await fetch(acting, { offset })).toMatchObject(nothingMore);
  world.clock.advance(1);
  await acting.refused('imbot.v2.Event.get', { offset }, 'BOT_NOT_FOUND');
});
