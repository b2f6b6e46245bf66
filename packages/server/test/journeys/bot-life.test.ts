import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, type Handler, type World } from '../world.ts';

let world: World;
let handler: Handler;
let botId: number;

const CLIENT_ID = 'test-app';

beforeEach(async () => {
  world = await createWorld();
  handler = await world.handler();
  botId = await world.bot({ handler });
});
afterEach(() => world.close());

const names = () => handler.received.map(({ body }) => body.event);
const unregister = () => world.alice.ok('imbot.unregister', { BOT_ID: botId, CLIENT_ID });

describe('the life of a bot', () => {
  it('begins in a private chat with the news of the chat, then the message', async () => {
    await world.bob.ok('im.message.add', { DIALOG_ID: botId, MESSAGE: 'hello' });
    await world.settled();
    expect(names()).toEqual(['ONIMBOTJOINCHAT', 'ONIMBOTMESSAGEADD']);
    const [message] = handler.events('ONIMBOTMESSAGEADD');
    expect(message.data.PARAMS).toMatchObject({
      MESSAGE: 'hello',
      FROM_USER_ID: '2',
      DIALOG_ID: '2',
      TO_USER_ID: String(botId),
      CHAT_TYPE: 'P',
    });
    expect(message.auth).toMatchObject({ user_id: '2', client_endpoint: `${world.app.url}/rest/` });
  });

  it('begins with nothing that was refused', async () => {
    const first = { DIALOG_ID: botId, MESSAGE: 'hello' };
    expect((await world.bob.call('im.message.add', { ...first, ATTACH: 'junk' })).status).toBe(400);
    expect((await world.bob.call('im.dialog.get', { DIALOG_ID: botId })).status).toBe(403);
    await world.bob.ok('im.message.add', first);
    await world.settled();
    expect(names()).toEqual(['ONIMBOTJOINCHAT', 'ONIMBOTMESSAGEADD']);
  });

  it('is changed by what can be read, and cleared by what is empty', async () => {
    const change = (PROPERTIES: Record<string, string | null>) =>
      world.alice.ok('imbot.update', { BOT_ID: botId, FIELDS: { PROPERTIES }, CLIENT_ID });
    await change({ COLOR: 'PINK', PERSONAL_BIRTHDAY: '2016-03-11' });
    await change({ COLOR: 'reddish', PERSONAL_BIRTHDAY: '2016-02-31', WORK_POSITION: 'Helper' });
    await change({ WORK_POSITION: null, PERSONAL_PHOTO: null, PERSONAL_WWW: 'http://example.com' });
    const changed = { color: '#f76187', birthday: '11-03', work_position: 'Helper' };
    expect(await world.alice.ok('im.user.get', { ID: botId })).toMatchObject(changed);
    await change({ PERSONAL_BIRTHDAY: '', WORK_POSITION: ' ' });
    expect(await world.alice.ok('im.user.get', { ID: botId })).toMatchObject({ birthday: '', work_position: '' });
  });

  it('owns its private chats, whoever began them', async () => {
    await world.bob.ok('im.message.add', { DIALOG_ID: botId, MESSAGE: 'hello' });
    await world.alice.ok('imbot.message.add', { DIALOG_ID: world.carol.id, MESSAGE: 'hello', CLIENT_ID });
    for (const person of [world.bob, world.carol])
      expect(await person.ok('im.dialog.get', { DIALOG_ID: botId })).toMatchObject({ owner: botId, role: 'member' });
  });

  it('is a conversation: the answer goes to whom the event names', async () => {
    handler.answer = async ({ body }) => {
      if (body.event !== 'ONIMBOTMESSAGEADD') return { status: 200 };
      const { DIALOG_ID, MESSAGE } = body.data.PARAMS;
      await world.alice.ok('imbot.message.add', {
        BOT_ID: botId,
        DIALOG_ID,
        MESSAGE: `You said ${MESSAGE}`,
        CLIENT_ID,
      });
      return { status: 200 };
    };
    await world.bob.ok('im.message.add', { DIALOG_ID: botId, MESSAGE: 'hello' });
    await world.settled();
    const { messages } = await world.bob.ok('im.dialog.messages.get', { DIALOG_ID: botId });
    expect(messages.map(({ author_id, text }: { author_id: number; text: string }) => [author_id, text])).toEqual([
      [botId, 'You said hello'],
      [2, 'hello'],
    ]);
  });

  it('ends with one last event; private chats go, group chats keep what it wrote', async () => {
    const { alice, bob, groupChatId } = world;
    await alice.ok('im.chat.user.add', { CHAT_ID: groupChatId, USERS: [botId] });
    await alice.ok('imbot.message.add', {
      BOT_ID: botId,
      DIALOG_ID: `chat${groupChatId}`,
      MESSAGE: 'I was here',
      CLIENT_ID,
    });
    await bob.ok('im.message.add', { DIALOG_ID: botId, MESSAGE: 'hello' });
    await world.settled();
    expect(await unregister()).toBe(true);
    await world.settled();
    const last = handler.received.at(-1)?.body;
    expect(last.event).toBe('ONIMBOTDELETE');
    expect(last.data).toEqual({ BOT_ID: String(botId), BOT_CODE: 'test-bot' });

    expect((await bob.call('im.dialog.messages.get', { DIALOG_ID: botId })).body.error).toBe('ACCESS_ERROR');
    expect((await bob.call('im.message.add', { DIALOG_ID: botId, MESSAGE: 'are you there?' })).body.error).toBe(
      'USER_NOT_FOUND',
    );
    const { messages } = await bob.ok('im.dialog.messages.get', { DIALOG_ID: `chat${groupChatId}` });
    expect(messages).toContainEqual(expect.objectContaining({ author_id: botId, text: 'I was here' }));
    await bob.ok('im.message.add', { DIALOG_ID: `chat${groupChatId}`, MESSAGE: `[USER=${botId}]bot[/USER]?` });
    await world.settled();
    expect(handler.received.at(-1)?.body.event).toBe('ONIMBOTDELETE');
  });

  it('leaves its code to the next one, of whatever application', async () => {
    await unregister();
    const next = await world.bot({ clientId: 'another-app' });
    expect(next).toBeGreaterThan(botId);
    expect(Object.keys(await world.alice.ok('imbot.bot.list'))).toEqual([String(next)]);
  });

  it('does not end by registering it once more', async () => {
    expect(await world.bot({ handler })).toBe(botId);
  });
});
