import { afterEach, beforeEach, expect, it } from 'vitest';
import { newWebhook } from '../matrix/new-webhook.ts';
import { type Answer, createWorld, post, type World } from '../world.ts';

/*
 * The quick start of the documentation for Chatbots 2.0, call by call and with its parameters, through a webhook that may
 * do no more than it says: use bots. Each answer is what the page of its method shows.
 */

const botToken = 'my_secret_token_123';
const properties = { name: 'Support Bot', workPosition: 'AI Assistant' };

let world: World;
let webhookUrl: string;
let dialogId: string;
beforeEach(async () => {
  world = await createWorld();
  webhookUrl = `${world.app.url}/rest/${await newWebhook(world, world.alice.id, { scope: ['imbot'] })}/`;
  dialogId = `chat${world.groupChatId}`;
});
afterEach(() => world.close());

async function call(method: string, params: Record<string, unknown>): Promise<Answer['body']> {
  const { status, body } = await post(`${webhookUrl}${method}`, params);
  expect(Object.keys(body.time)).toEqual(expect.arrayContaining(['start', 'finish', 'duration', 'processing']));
  return { status, ...(body.error === undefined ? body.result : { error: body.error }) };
}

/** Registers the bot, and has people of the group take it in. */
async function supportBot(type?: string): Promise<number> {
  const fields = { code: 'support_bot', properties, eventMode: 'fetch', ...(type !== undefined && { type }) };
  const { status, bot, users } = await call('imbot.v2.Bot.register', { botToken, fields });
  expect({ status, bot }).toEqual({
    status: 200,
    bot: {
      id: expect.any(Number),
      code: 'support_bot',
      type: type ?? 'bot',
      isHidden: false,
      isSupportOpenline: false,
      isReactionsEnabled: true,
      backgroundId: null,
      language: 'en',
      moduleId: 'rest',
      eventMode: 'fetch',
      countMessage: 0,
      countCommand: 0,
      countChat: 0,
      countUser: 0,
    },
  });
  expect(users).toMatchObject([{ id: bot.id, ...properties, bot: true, type: 'bot', externalAuthId: 'bot' }]);
  await world.alice.ok('im.chat.user.add', { CHAT_ID: world.groupChatId, USERS: [bot.id] });
  return bot.id;
}

const say = (MESSAGE: string, more: object = {}) =>
  world.bob.ok('im.message.add', { DIALOG_ID: dialogId, MESSAGE, ...more });

it('a bot is registered, hears a question, answers it, sends a file and gets it back', async () => {
  const botId = await supportBot();
  const asked = await say(`[USER=${botId}]Support Bot[/USER] Can you help me?`);

  const { events, nextOffset, hasMore } = await call('imbot.v2.Event.get', { botId, botToken, limit: 50 });
  expect(events.map(({ type }: { type: string }) => type)).toEqual(['ONIMBOTV2JOINCHAT', 'ONIMBOTV2MESSAGEADD']);
  const { eventId, date, data } = events[1];
  expect(date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
  expect(data).toMatchObject({
    bot: { id: botId, code: 'support_bot' },
    message: { id: asked, chatId: world.groupChatId, authorId: world.bob.id },
    chat: { id: world.groupChatId, dialogId },
    user: { id: world.bob.id, bot: false },
    language: 'en',
  });
  expect({ nextOffset, hasMore }).toEqual({ nextOffset: eventId + 1, hasMore: false });

  const message = 'Hello! How can I help you?';
  const sent = await call('imbot.v2.Chat.Message.send', { botId, botToken, dialogId, fields: { message } });
  expect(sent).toEqual({ status: 200, id: expect.any(Number), uuidMap: [] });
  const { messages } = await world.bob.ok('im.dialog.messages.get', { DIALOG_ID: dialogId, LIMIT: 1 });
  expect(messages).toMatchObject([{ id: sent.id, author_id: botId, text: message }]);

  const file = { name: 'report.txt', content: 'SGVsbG8gV29ybGQh', message: 'Here is the report' };
  const uploaded = await call('imbot.v2.File.upload', { botId, botToken, dialogId, fields: file });
  expect(uploaded).toMatchObject({
    status: 200,
    file: { id: expect.any(Number), chatId: world.groupChatId, name: 'report.txt', extension: 'txt', size: 12 },
    messageId: expect.any(Number),
    chatId: world.groupChatId,
    dialogId,
  });
  const { downloadUrl } = await call('imbot.v2.File.download', { botId, botToken, dialogId, fileId: uploaded.file.id });
  expect(downloadUrl).toMatch(new RegExp(`^${world.app.url}/`));
  const response = await fetch(downloadUrl);
  expect({ status: response.status, text: await response.text() }).toEqual({ status: 200, text: 'Hello World!' });

  // What was dealt with is confirmed by going on from there, and does not come again.
  const next = await call('imbot.v2.Event.get', { botId, botToken, limit: 50, offset: nextOffset });
  expect(next).toMatchObject({ events: [], nextOffset, hasMore: false });
});

it('a bot that may read looks up the message that was replied to, which a plain one may not', async () => {
  const botId = await supportBot('supervisor');
  const fields = { message: 'Hello! How can I help you?' };
  const { id: messageId } = await call('imbot.v2.Chat.Message.send', { botId, botToken, dialogId, fields });
  await world.bob.ok('im.dialog.read', { DIALOG_ID: dialogId });
  await say('Like this', { REPLY_ID: messageId });
  const { events } = await call('imbot.v2.Event.get', { botId, botToken, limit: 50 });
  const replyId = Number(events.at(-1).data.message.params.REPLY_ID);
  expect(replyId).toBe(messageId);

  expect(await call('imbot.v2.Chat.Message.get', { botId, botToken, messageId: replyId })).toMatchObject({
    status: 200,
    message: {
      id: messageId,
      chatId: world.groupChatId,
      authorId: botId,
      text: fields.message,
      isSystem: false,
      forward: null,
      viewedByOthers: true,
    },
    user: { id: botId, active: true, name: 'Support Bot', bot: true, type: 'bot' },
  });
  const plain = await call('imbot.v2.Bot.register', { botToken, fields: { code: 'plain', properties } });
  const asPlain = { botId: plain.bot.id, botToken, messageId };
  expect(await call('imbot.v2.Chat.Message.get', asPlain)).toEqual({ status: 400, error: 'BOT_TYPE_NOT_ALLOWED' });
});

it('the revision that the page points to says what is installed', async () => {
  expect(await call('imbot.v2.Revision.get', {})).toMatchObject({ status: 200, rest: 36 });
});
