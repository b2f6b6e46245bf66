import { z } from 'zod';
import { userOf } from '../../../../../domain/bot/access-bot.ts';
import { removeMember } from '../../../../../domain/chat/remove-member.ts';
import { field } from '../../../../fields.ts';
import { defineMethod } from '../../../../kernel/method.ts';
import { ownBot, reducibleChat } from '../../../../loaders.ts';
import { row } from '../../../../rows.ts';

export default defineMethod({
  name: 'imbot.chat.user.delete',
  summary: 'Takes somebody out of a chat that a bot runs.',
  page: 'api-reference/chat-bots/outdated/chats/imbot-chat-user-delete',
  scope: 'imbot',
  params: {
    CHAT_ID: field.chatId,
    USER_ID: field.requiredId('Id of the person or bot to take out'),
    BOT_ID: field.botId,
    CLIENT_ID: field.clientId,
  },
  load: { chat: reducibleChat, bot: ownBot },
  errors: [
    row.chatIdEmpty,
    { code: 'USER_ID_EMPTY', message: "User ID can't be empty", wrong: 'USER_ID' },
    row.chatUnavailable,
    row.removingForbidden,
    row.ownerMustStay,
    {
      code: 'WRONG_REQUEST',
      message: "You don't have access or user isn't a member of the chat",
      refused: ['removing_denied', 'user_not_member'],
    },
    row.botNotFound,
    row.botOfAnotherApp,
  ],
  result: z.literal(true),
  example: { params: { CHAT_ID: 2725, USER_ID: 1269, CLIENT_ID: 'my-bots' }, result: true },
  async handle({ work, bot, chat, params }) {
    return removeMember(work, await userOf(work, bot), chat, params.USER_ID);
  },
});
