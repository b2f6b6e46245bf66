import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, type Handler, type Person, type World } from '../world.ts';

let world: World;
let handler: Handler;
let botId: number;
let chat: string;

const CLIENT_ID = 'test-app';

beforeEach(async () => {
  world = await createWorld();
  handler = await world.handler();
  botId = await world.bot({ handler });
  chat = `chat${world.groupChatId}`;
});
afterEach(() => world.close());

const join = async (id = botId) => {
  await world.alice.ok('im.chat.user.add', { CHAT_ID: world.groupChatId, USERS: [id] });
  await world.settled();
};
const say = async (person: Person, text: string, dialogId: string | number = chat) => {
  const id = await person.ok('im.message.add', { DIALOG_ID: dialogId, MESSAGE: text });
  await world.settled();
  return id;
};
const command = (name: string, more: Record<string, unknown> = {}) =>
  world.alice.ok('imbot.command.register', {
    BOT_ID: botId,
    COMMAND: name,
    EVENT_COMMAND_ADD: handler.url,
    LANG: [{ LANGUAGE_ID: 'en', TITLE: name }],
    CLIENT_ID,
    ...more,
  });
const heard = (from = handler) => from.events('ONIMBOTMESSAGEADD').map(({ data }) => data.PARAMS.MESSAGE);
const names = () => handler.received.map(({ body }) => body.event);

describe('a bot in a group chat', () => {
  it('learns that it was added, and by whom', async () => {
    await join();
    const [joined] = handler.events('ONIMBOTJOINCHAT');
    expect(joined.data.PARAMS).toMatchObject({
      BOT_ID: String(botId),
      USER_ID: '1',
      DIALOG_ID: chat,
      CHAT_ID: String(world.groupChatId),
      CHAT_TYPE: 'C',
    });
    expect(joined.data.USER).toMatchObject({ ID: '1', NAME: 'Alice Arden' });
  });

  it('hears what mentions it, without its own name, and nothing else', async () => {
    await join();
    await say(world.bob, 'just between people');
    await say(world.bob, `[USER=${botId}]test-bot[/USER], what time is it?`);
    expect(heard()).toHaveLength(1);
    const [mention] = handler.events('ONIMBOTMESSAGEADD');
    expect(mention.data.PARAMS.MESSAGE).toContain('what time is it?');
    expect(mention.data.PARAMS.MESSAGE).not.toContain('[USER=');
    expect(mention.data.PARAMS).toMatchObject({
      MESSAGE_ORIGINAL: `[USER=${botId}]test-bot[/USER], what time is it?`,
      TO_USER_ID: String(botId),
      MENTIONED_LIST: { [botId]: String(botId) },
      DIALOG_ID: chat,
      FROM_USER_ID: '2',
    });
  });

  it('hears what mentions everybody, and sees by the addressee that it is not meant alone', async () => {
    await join();
    await say(world.bob, '[USER=all]Everyone[/USER], lunch is ready');
    const [mention] = handler.events('ONIMBOTMESSAGEADD');
    expect(mention.data.PARAMS).toMatchObject({ TO_USER_ID: '0', FROM_USER_ID: '2' });
    expect(mention.data.PARAMS.MESSAGE).toBe('[USER=all]Everyone[/USER], lunch is ready');
    expect(mention.data.PARAMS).not.toHaveProperty('MENTIONED_LIST');
  });

  it('gets several commands of one message in their order, and not the message too (R26)', async () => {
    await join();
    const ids = [await command('one'), await command('two')];
    handler.received.length = 0;
    const messageId = await say(world.bob, `/two first\n/one second\n/two third\nand you, [USER=${botId}]bot[/USER]`);
    expect(names()).toEqual(['ONIMCOMMANDADD', 'ONIMCOMMANDADD', 'ONIMCOMMANDADD']);
    const calls = handler
      .events('ONIMCOMMANDADD')
      .map(({ data }) => Object.values<Record<string, string>>(data.COMMAND)[0]);
    expect(calls.map((call) => [call?.['COMMAND_ID'], call?.['COMMAND_PARAMS'], call?.['MESSAGE_ID']])).toEqual([
      [String(ids[1]), 'first', String(messageId)],
      [String(ids[0]), 'second', String(messageId)],
      [String(ids[1]), 'third', String(messageId)],
    ]);
  });

  it('is called by its command only where it is, unless the command is common', async () => {
    await command('local');
    const common = await command('common', { COMMON: 'Y' });
    await say(world.bob, '/local here?');
    await say(world.bob, '/common everywhere');
    expect(handler.events('ONIMCOMMANDADD').map(({ data }) => Object.keys(data.COMMAND))).toEqual([[String(common)]]);
  });

  it('is told with whom somebody was talking who called its common command in private', async () => {
    await command('common', { COMMON: 'Y' });
    await say(world.bob, '/common', world.carol.id);
    await say(world.bob, '/common', botId);
    const callers = handler.events('ONIMCOMMANDADD').map(({ data: { PARAMS } }) => PARAMS);
    expect(callers).toMatchObject([
      { FROM_USER_ID: '2', DIALOG_ID: '2', TO_USER_ID: String(world.carol.id) },
      { FROM_USER_ID: '2', DIALOG_ID: '2', TO_USER_ID: String(botId) },
    ]);
  });

  it('answers where it is not a member by a line of the portal that names it', async () => {
    const common = await command('common', { COMMON: 'Y' });
    const messageId = await say(world.bob, '/common everywhere');
    await world.alice.ok('imbot.command.answer', {
      COMMAND_ID: common,
      MESSAGE_ID: messageId,
      MESSAGE: 'Here I am',
      CLIENT_ID,
    });
    const { messages } = await world.bob.ok('im.dialog.messages.get', { DIALOG_ID: chat, LIMIT: 1 });
    expect(messages[0].author_id).toBe(0);
    expect(messages[0].text).toContain('test-bot');
    expect(messages[0].text).toContain('Here I am');
  });

  it('does not offer its commands to people from outside, unless they are for them', async () => {
    await world.alice.ok('im.chat.user.add', { CHAT_ID: world.groupChatId, USERS: [botId, world.dana.id] });
    await command('inside');
    const outside = await command('outside', { EXTRANET_SUPPORT: 'Y' });
    await say(world.dana, '/inside please');
    await say(world.dana, '/outside please');
    expect(handler.events('ONIMCOMMANDADD').map(({ data }) => Object.keys(data.COMMAND))).toEqual([[String(outside)]]);
  });

  it('does not hear itself, and its messages call no commands', async () => {
    await join();
    await command('loop');
    handler.received.length = 0;
    await world.alice.ok('imbot.message.add', { BOT_ID: botId, DIALOG_ID: chat, MESSAGE: '/loop for ever', CLIENT_ID });
    await world.settled();
    expect(names()).toEqual([]);
  });

  it('hears everything as a supervisor, also when a message is changed or deleted', async () => {
    const ears = await world.handler();
    const supervisor = await world.bot({ handler: ears, code: 'supervisor', type: 'S', clientId: 'another-app' });
    await join(supervisor);
    const first = await say(world.bob, 'just between people');
    await say(world.alice, 'indeed');
    await say(world.bob, '[USER=1]Alice[/USER], are you sure?');
    expect(heard(ears)).toEqual(['just between people', 'indeed', '[USER=1]Alice[/USER], are you sure?']);
    expect(
      ears.events('ONIMBOTMESSAGEADD').map(({ data: { PARAMS } }) => [PARAMS.MESSAGE_ORIGINAL, PARAMS.TO_USER_ID]),
    ).toEqual([
      ['just between people', '0'],
      ['indeed', '0'],
      ['[USER=1]Alice[/USER], are you sure?', '1'],
    ]);
    await world.bob.ok('im.message.update', { MESSAGE_ID: first, MESSAGE: 'between people and one bot' });
    await world.bob.ok('im.message.delete', { MESSAGE_ID: first });
    await world.settled();
    expect(ears.received.map(({ body }) => body.event).slice(-2)).toEqual([
      'ONIMBOTMESSAGEUPDATE',
      'ONIMBOTMESSAGEDELETE',
    ]);
    expect(ears.events('ONIMBOTMESSAGEUPDATE')[0].data.PARAMS).toMatchObject({
      MESSAGE_ORIGINAL: 'between people and one bot',
      TO_USER_ID: '0',
    });
    expect(heard()).toEqual([]);
  });
});
