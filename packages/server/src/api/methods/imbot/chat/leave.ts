import { z } from 'zod';
import { userOf } from '../../../../domain/bot/access-bot.ts';
import { leaveChat } from '../../../../domain/chat/leave-chat.ts';
import { field } from '../../../fields.ts';
import { defineMethod } from '../../../kernel/method.ts';
import { ownBot, reducibleChat } from '../../../loaders.ts';
import { row } from '../../../rows.ts';

export default defineMethod({
  name: 'imbot.chat.leave',
  summary: 'Takes a bot out of a chat.',
  page: 'api-reference/chat-bots/outdated/chats/imbot-chat-leave',
  scope: 'imbot',
  params: { CHAT_ID: field.chatId, BOT_ID: field.botId, CLIENT_ID: field.clientId },
  load: { chat: reducibleChat, bot: ownBot },
  errors: [
    row.chatIdEmpty,
    row.chatUnavailable,
    row.removingForbidden,
    row.ownerMustStay,
    {
      code: 'WRONG_REQUEST',
      message: "You don't have access or user isn't a member in chat",
      refused: 'user_not_member',
    },
    row.botNotFound,
    row.botOfAnotherRestApp,
  ],
  result: z.literal(true),
  example: { params: { CHAT_ID: 13, BOT_ID: 39, CLIENT_ID: 'my-bots' }, result: true },
  async handle({ work, bot, chat }) {
    return leaveChat(work, await userOf(work, bot), chat);
  },
});
