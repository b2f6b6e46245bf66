import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Handler, World } from '../world.ts';
import { losingProxy } from './losing-proxy.ts';
import { createSdkWorld, type SdkWorld } from './sdk-world.ts';

let world: World;
let handler: Handler;
let portal: SdkWorld;

beforeAll(async () => {
  portal = await createSdkWorld();
  world = portal.world;
  handler = await world.handler();
});
afterAll(() => portal.close());

const sdk: SdkWorld['sdk'] = (...args) => portal.sdk(...args);
const result: SdkWorld['result'] = (...args) => portal.result(...args);

const CLIENT_ID = 'sdk-bot';

describe("the vendor's JavaScript SDK", () => {
  let botId: number;
  let commandId: number;

  it('registers a bot and a command', async () => {
    botId = await result(world.alice, 'imbot.register', {
      CODE: 'sdk-bot',
      TYPE: 'B',
      EVENT_HANDLER: handler.url,
      PROPERTIES: { NAME: 'SDK bot', WORK_POSITION: 'Answers' },
      CLIENT_ID,
    });
    commandId = await result(world.alice, 'imbot.command.register', {
      BOT_ID: botId,
      COMMAND: 'echo',
      EVENT_COMMAND_ADD: handler.url,
      LANG: [{ LANGUAGE_ID: 'en', TITLE: 'Echo', PARAMS: 'text' }],
      CLIENT_ID,
    });
    expect([botId, commandId]).toEqual([expect.any(Number), expect.any(Number)]);
    expect(await result(world.alice, 'imbot.bot.list')).toMatchObject({
      [botId]: { NAME: 'SDK bot', CODE: 'sdk-bot' },
    });
  });

  it('sends a command and answers it', async () => {
    const messageId = await result(world.bob, 'im.message.add', { DIALOG_ID: botId, MESSAGE: '/echo hello' });
    await world.settled();
    const [event] = handler.events('ONIMCOMMANDADD');
    expect(event.data.COMMAND[commandId]).toMatchObject({ COMMAND_PARAMS: 'hello', MESSAGE_ID: String(messageId) });
    const answer = {
      COMMAND_ID: commandId,
      MESSAGE_ID: messageId,
      MESSAGE: 'hello yourself',
      KEYBOARD: [{ TEXT: 'Again', COMMAND: 'echo again' }],
    };
    const answerId = await result(world.alice, 'imbot.command.answer', { ...answer, CLIENT_ID });
    const { messages } = await result(world.bob, 'im.dialog.messages.get', { DIALOG_ID: botId });
    expect(messages[0]).toMatchObject({ id: answerId, author_id: botId, text: 'hello yourself' });
  });

  it('reads the time that every answer has', async () => {
    const { data } = await sdk(world.alice, 'call', 'profile', {});
    expect(data).toMatchObject({
      result: { ID: expect.anything(), NAME: 'Alice' },
      time: { operating: expect.any(Number), operating_reset_at: expect.any(Number) },
    });
  });

  it('runs a batch by name, with the answer of one call in the next', async () => {
    const calls = {
      sent: { method: 'im.message.add', params: { DIALOG_ID: String(botId), MESSAGE: 'from a batch' } },
      liked: { method: 'im.message.like', params: { MESSAGE_ID: '$result[sent]' } },
    };
    const { isSuccess, data } = await sdk(world.bob, 'batch', calls, { isHaltOnError: true });
    expect(isSuccess).toBe(true);
    expect(data).toEqual({ sent: expect.any(Number), liked: true });
  });

  it('runs a batch by position, and learns which call failed', async () => {
    const calls = [
      ['im.message.add', { DIALOG_ID: botId, MESSAGE: 'fine' }],
      ['im.message.add', { DIALOG_ID: botId, MESSAGE: '' }],
      ['im.message.add', { DIALOG_ID: botId, MESSAGE: 'fine, too' }],
    ];
    const { isSuccess, errors, data } = await sdk(world.bob, 'batch', calls, { isHaltOnError: false });
    expect(isSuccess).toBe(false);
    expect(errors).toEqual([expect.stringContaining("Message can't be empty")]);
    expect(data).toHaveLength(2);
  });

  it('cuts a long batch into pieces', async () => {
    const calls = Array.from({ length: 60 }, (_, i) => [
      'im.message.add',
      { DIALOG_ID: botId, MESSAGE: `number ${i}` },
    ]);
    const { isSuccess, data } = await sdk(world.bob, 'batchByChunk', calls, { isHaltOnError: true });
    expect(isSuccess).toBe(true);
    expect(data).toHaveLength(60);
  });

  it('lists, page by page and all at once', async () => {
    const listing = { method: 'user.get', params: {}, idKey: 'ID' };
    const { data: everybody } = await sdk(world.alice, 'callList', listing);
    expect(everybody.map((user: { NAME: string }) => user.NAME)).toEqual(['Alice', 'Bob', 'Carol', 'Dana']);
    const { data: chunks } = await sdk(world.alice, 'fetchList', listing);
    expect(chunks.flat()).toHaveLength(4);
    const { data: page } = await sdk(world.alice, 'page', 'user.get', {});
    expect(page).toMatchObject({ total: 4, isMore: false });
  });

  it('works by the names that its older versions have', async () => {
    const calls = { me: { method: 'profile' }, bots: { method: 'imbot.bot.list' } };
    const { data } = await sdk(world.alice, 'oldNames', 'profile', {}, calls);
    expect(data).toMatchObject({
      one: { NAME: 'Alice' },
      batch: { me: { NAME: 'Alice' }, bots: { [botId]: { NAME: 'SDK bot' } } },
    });
  });

  it('understands what is wrong', async () => {
    const unknown = await sdk(world.alice, 'call', 'im.no.such.method', {});
    expect(unknown.thrown).toMatchObject({ code: 'ERROR_METHOD_NOT_FOUND', status: 404 });
    const empty = await sdk(world.alice, 'call', 'im.message.add', { DIALOG_ID: botId, MESSAGE: '' });
    expect(empty.thrown).toMatchObject({ code: 'MESSAGE_EMPTY', status: 400 });
    const stranger = { ...world.alice, webhookUrl: world.alice.webhookUrl.replace(/\w+\/$/, 'wrongwrongwrong/') };
    expect((await sdk(stranger, 'call', 'profile', {})).thrown).toMatchObject({
      code: 'INVALID_CREDENTIALS',
      status: 401,
    });
  });
});

describe("the vendor's JavaScript SDK on a bad line", () => {
  it('writes a message once whose answer was lost twice (R44)', async () => {
    const proxy = await losingProxy(world.app.url, portal.certificate, 'im.message.add', 2);
    try {
      const webhookUrl = world.bob.webhookUrl.replace(world.app.url, proxy.url);
      const message = { DIALOG_ID: world.alice.id, MESSAGE: 'once' };
      const { isSuccess, data, thrown } = await sdk({ webhookUrl }, 'call', 'im.message.add', message);
      expect({ isSuccess, thrown }).toEqual({ isSuccess: true });
      expect(proxy.answers).toEqual([200, 200, 200]);
      const { messages } = await result(world.alice, 'im.dialog.messages.get', { DIALOG_ID: world.bob.id });
      expect(messages).toMatchObject([{ id: data.result, text: 'once' }]);
    } finally {
      proxy.close();
    }
  });
});
