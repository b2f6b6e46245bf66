import { z } from 'zod';
import { userOf } from '../../../../domain/bot/access-bot.ts';
import { createChat } from '../../../../domain/chat/create-chat.ts';
import { done } from '../../../../kit/outcome.ts';
import { newChatFields, toNewChat } from '../../../chat-fields.ts';
import { field } from '../../../fields.ts';
import { defineMethod } from '../../../kernel/method.ts';
import { ownBot } from '../../../loaders.ts';
import { row } from '../../../rows.ts';

export default defineMethod({
  name: 'imbot.chat.add',
  summary: 'Makes a chat that belongs to a bot.',
  page: 'api-reference/chat-bots/outdated/chats/imbot-chat-add',
  scope: 'imbot',
  params: { ...newChatFields, BOT_ID: field.botId, CLIENT_ID: field.clientId },
  load: { bot: ownBot },
  errors: [
    { code: 'INVALID_FORMAT', message: 'Parameter USERS has wrong type', wrong: 'USERS' },
    row.botNotFound,
    row.botOfAnotherApp,
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
