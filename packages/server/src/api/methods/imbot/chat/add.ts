import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { clientId } from '#api/terms/application/ids.ts';
import { ownBot } from '#api/terms/bot/access.ts';
import { botId } from '#api/terms/bot/ids.ts';
import { botRow } from '#api/terms/bot/rows.ts';
import { newChatFields, toNewChat } from '#api/terms/chat/params.ts';
import { userOf } from '#domain/bot/access-bot.ts';
import { createChat } from '#domain/chat/create-chat.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imbot.chat.add',
  summary: 'Makes a chat that belongs to a bot.',
  page: 'api-reference/chat-bots/outdated/chats/imbot-chat-add',
  scope: 'imbot',
  params: { ...newChatFields, BOT_ID: botId, CLIENT_ID: clientId },
  load: { bot: ({ BOT_ID }) => ownBot(BOT_ID) },
  errors: [
    { code: 'INVALID_FORMAT', message: 'Parameter USERS has wrong type', wrong: 'USERS' },
    botRow.notFound,
    botRow.ofAnotherApp,
    { code: 'WRONG_REQUEST', message: "Chat can't be created", wrong: 'AVATAR', unsaved: true },
  ],
  result: z.number().int().describe('Id of the chat'),
  example: {
    params: {
      TYPE: 'CHAT',
      TITLE: 'New chat',
      DESCRIPTION: 'Important news',
      COLOR: 'GREEN',
      MESSAGE: 'Welcome!',
      USERS: [1271],
      ENTITY_TYPE: 'CHAT',
      ENTITY_ID: '13',
      BOT_ID: 1291,
      CLIENT_ID: 'my-bots',
    },
    result: 2725,
  },
  async handle({ work, bot, params }) {
    const chat = await createChat(work, await userOf(work, bot), toNewChat(params));
    return done(chat.id);
  },
});
