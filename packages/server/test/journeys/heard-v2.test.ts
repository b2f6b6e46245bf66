import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Acting, actingBot, enterGroup } from '../scenes/acting-bots.ts';
import { fetch, fetchOwn, type Told, textsOf } from '../scenes/fetching.ts';
import { newLine, visited } from '../scenes/lines.ts';
import { createWorld, type World } from '../world.ts';

/*
 * What bots of generation 2 hear, and what stands in it.
 */

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const write = (DIALOG_ID: number | string, MESSAGE: string, more: object = {}) =>
  world.alice.ok('im.message.add', { DIALOG_ID, MESSAGE, ...more });
const send = ({ by }: Acting, dialogId: number | string, fields: object) =>
  by('imbot.v2.Chat.Message.send', { dialogId, fields });
const mention = ({ bot }: Acting) => `[USER=${bot}]bot[/USER]`;
const lastOf = async (acting: Acting): Promise<Told['data']> => (await fetch(acting)).events.at(-1)?.data;

it('an event names the kind of its chat, and nothing that differs from member to member or with the minute (V18, V20)', async () => {
  const plain = await actingBot(world);
  await world.alice.ok('im.user.status.idle.start', { AGO: 5 });
  await write(plain.bot, 'hello');
  const { chat, user } = await lastOf(plain);
  const presence = { idle: false, lastActivityDate: false, mobileLastDate: false, desktopLastDate: false };
  expect(user).toMatchObject({ id: world.alice.id, ...presence });
  expect(chat).toMatchObject({ type: 'private', dialogId: String(world.alice.id) });
  for (const key of ['role', 'muteList', 'lastId', 'unreadId', 'userCounter']) expect(chat).not.toHaveProperty(key);
  const openline = await actingBot(world, { code: 'line', type: 'openline' });
  await visited(world, await newLine(world, { welcomeBotId: openline.bot }));
  const { chat: line, message } = await lastOf(openline);
  expect(line).toMatchObject({ type: 'lines', entityType: 'LINES', permissions: { manageUsersDelete: 'member' } });
  expect(message.text).toBe('Where is my parcel?');
});

it('a bot that supports open channels hears visitors without being named (V23)', async () => {
  const { bot } = await world.alice.ok('imbot.v2.Bot.register', {
    botToken: 'line',
    fields: { code: 'line', type: 'openline', properties: { name: 'Line' }, eventMode: 'fetch' },
  });
  expect(bot.isSupportOpenline).toBe(true);
  const supporting = await actingBot(world, { code: 'plain', more: { isSupportOpenline: true } });
  const { visitor } = await visited(world, await newLine(world, { welcomeBotId: supporting.bot }));
  await visitor.write('Is it on its way?');
  await world.settled();
  expect(textsOf(await fetch(supporting))).toEqual(['Where is my parcel?', 'Is it on its way?']);
  const { user } = await lastOf(supporting);
  expect(user).toMatchObject({ connector: true, externalAuthId: 'imconnector', bot: false });
});

it('what another bot says is heard like what people say, but calls no command (V25, V28)', async () => {
  const [one, other] = [await actingBot(world), await actingBot(world, { code: 'other' })];
  const dialogId = await enterGroup(world, one);
  await enterGroup(world, other);
  await one.by('imbot.v2.Command.register', { fields: { command: 'go', hidden: true } });
  await send(other, dialogId, { message: 'to nobody /go' });
  const text = `${mention(one)} /go`;
  await send(other, dialogId, { message: text });
  const { events } = await fetch(one);
  expect(events.map(({ type, data }) => [type, data.message?.text, data.user.id, data.user.bot])).toEqual([
    ['ONIMBOTV2MESSAGEADD', text, other.bot, true],
  ]);
});

it('a bot is told who added it, before what is said; a person who was added (V30)', async () => {
  const acting = await actingBot(world);
  await world.bob.ok('im.v2.Event.subscribe');
  const USERS = [acting.bot, world.carol.id, world.dana.id];
  await world.alice.ok('im.chat.user.add', { CHAT_ID: world.groupChatId, USERS });
  await write(`chat${world.groupChatId}`, mention(acting));
  await world.bob.ok('im.message.add', { DIALOG_ID: acting.bot, MESSAGE: 'hello' });
  await acting.by('imbot.v2.Chat.add', { fields: { title: 'Of the bot' } });
  const { events } = await fetch(acting);
  expect(events.map(({ type, data }) => [type, data.user.id])).toEqual([
    ['ONIMBOTV2JOINCHAT', world.alice.id],
    ['ONIMBOTV2MESSAGEADD', world.alice.id],
    ['ONIMBOTV2JOINCHAT', world.bob.id],
    ['ONIMBOTV2MESSAGEADD', world.bob.id],
  ]);
  const joined = (await fetchOwn(world.bob)).events.filter(({ type }) => type === 'ONIMV2JOINCHAT');
  expect(joined.map(({ data }) => data.user.id)).toEqual(USERS);
});

it('two readers are told the same until one confirms, by number over all dialogs (V37)', async () => {
  const acting = await actingBot(world, { type: 'supervisor' });
  const dialogId = await enterGroup(world, acting);
  const said = [];
  for (const [place, text] of [
    [acting.bot, '1'],
    [dialogId, '2'],
    [acting.bot, '3'],
  ] as const) {
    await write(place, text);
    said.push(text);
  }
  const [one, other] = [await fetch(acting, { limit: 2 }), await fetch(acting)];
  expect(other.events.slice(0, 2)).toEqual(one.events);
  expect(await fetch(acting)).toEqual(other);
  expect(textsOf(other)).toEqual(said);
  const numbers = other.events.map(({ eventId }) => eventId);
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  await fetch(acting, { offset: one.nextOffset });
  expect((await fetch(acting)).events).toEqual(other.events.slice(2));
});

it('what a bot and the person who fetches for it hear in a chat comes in the order in which it happened (V37)', async () => {
  const acting = await actingBot(world);
  const dialogId = await enterGroup(world, acting);
  await world.alice.ok('im.v2.Event.subscribe');
  const [first, second, third] = ['to nobody', mention(acting), 'to nobody again'];
  for (const text of [first, second, third]) await write(dialogId, text);
  expect(textsOf(await fetch(acting, { withUserEvents: 'Y', limit: 2 }))).toEqual([first, second]);
  expect(textsOf(await fetch(acting, { withUserEvents: 'Y' }))).toEqual([first, second, second, third]);
});

it.each(['go', '/go'])(
  'a pressed button with the command %s tells of the message that it is under (V42)',
  async (COMMAND) => {
    const acting = await actingBot(world);
    await acting.by('imbot.v2.Command.register', { fields: { command: 'go', hidden: true } });
    const keyboard = [{ TEXT: 'Go', COMMAND, COMMAND_PARAMS: 'on' }];
    const { id } = await send(acting, world.alice.id, { message: 'Well?', keyboard });
    const press = { MESSAGE_ID: id, BOT_ID: acting.bot, COMMAND: 'go', COMMAND_PARAMS: 'on' };
    await world.alice.ok('im.message.command', press);
    const { events } = await fetch(acting);
    expect(events.map(({ type }) => type)).toEqual(['ONIMBOTV2COMMANDADD']);
    expect(events[0]?.data).toMatchObject({
      command: { command: '/go', params: 'on', context: 'keyboard' },
      message: { id, authorId: acting.bot, text: 'Well?' },
      user: { id: world.alice.id },
    });
  },
);

it('parts of a message are spelled in capitals, and there is no other word for them (V45)', async () => {
  const acting = await actingBot(world, { type: 'personal' });
  const REPLY_ID = await write(acting.bot, 'first');
  await write(acting.bot, 'second', { REPLY_ID });
  const upload = { name: 'a.txt', content: 'SGVsbG8=' };
  const { file, messageId } = await acting.by('imbot.v2.File.upload', { dialogId: world.alice.id, fields: upload });
  const { message } = await lastOf(acting);
  expect(message.params).toMatchObject({ REPLY_ID });
  for (const key of ['replyId', 'files', 'attach', 'keyboard']) expect(message).not.toHaveProperty(key);
  const sent = await acting.by('imbot.v2.Chat.Message.get', { messageId });
  expect(sent.message.params.FILE_ID).toEqual([String(file.id)]);
});

it('a reaction is one of the names, once (V49)', async () => {
  const acting = await actingBot(world);
  const { id: messageId } = await send(acting, world.alice.id, { message: 'well?' });
  const [add, take] = ['imbot.v2.Chat.Message.Reaction.add', 'imbot.v2.Chat.Message.Reaction.delete'] as const;
  await acting.by(add, { messageId, reaction: 'hundredPoints' });
  await acting.refused(add, { messageId, reaction: 'hundredPoints' }, 'REACTION_ALREADY_SET');
  for (const reaction of ['hundredpoints', '', 'no reaction'])
    await acting.refused(add, { messageId, reaction }, 'REACTION_NOT_FOUND');
  await acting.refused(take, { messageId, reaction: 'fire' }, 'REACTION_NOT_FOUND');
  await acting.by(take, { messageId, reaction: 'hundredPoints' });
  await acting.refused(take, { messageId, reaction: 'hundredPoints' }, 'REACTION_NOT_FOUND');
});

it('a page tells a bot what its person sees; a person is told of their own messages, too (V60)', async () => {
  const acting = await actingBot(world);
  await world.alice.ok('im.v2.Event.subscribe');
  const context = { page: 'orders' };
  expect(await world.alice.ok('im.v2.Chat.Bot.sendContext', { dialogId: acting.bot, context })).toEqual({
    result: true,
  });
  const { events } = await fetch(acting);
  expect(events.at(-1)).toMatchObject({
    type: 'ONIMBOTV2CONTEXTGET',
    data: { context, dialogId: String(world.alice.id), user: { id: world.alice.id } },
  });
  const MESSAGE_ID = await write(`chat${world.groupChatId}`, 'mine');
  await world.alice.ok('im.message.update', { MESSAGE_ID, MESSAGE: 'mine, changed' });
  expect((await fetchOwn(world.alice)).events.map(({ type, data }) => [type, data.message?.text])).toEqual([
    ['ONIMV2MESSAGEADD', 'mine'],
    ['ONIMV2MESSAGEUPDATE', 'mine, changed'],
  ]);
});
