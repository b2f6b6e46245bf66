import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { clientId } from '#api/terms/application/ids.ts';
import { field } from '#api/terms/basic/fields.ts';
import { ownBot } from '#api/terms/bot/access.ts';
import { botId } from '#api/terms/bot/ids.ts';
import { botRow } from '#api/terms/bot/rows.ts';
import { chatId } from '#api/terms/chat/ids.ts';
import { chatRow } from '#api/terms/chat/rows.ts';
import { userOf } from '#domain/bot/access-bot.ts';
import { changeManager } from '#domain/chat/change-manager.ts';

export default defineMethod({
  name: 'imbot.chat.setManager',
  summary: 'Lets a member manage a chat of a bot, or takes that back.',
  page: 'api-reference/chat-bots/outdated/chats/imbot-chat-set-manager',
  scope: 'imbot',
  params: {
    CHAT_ID: chatId,
    USER_ID: field.requiredId('user', 'Id of the member'),
    IS_MANAGER: field.flag('N: takes it back', true),
    BOT_ID: botId,
    CLIENT_ID: clientId,
  },
  load: { bot: ({ BOT_ID }) => ownBot(BOT_ID) },
  errors: [
    chatRow.idEmpty,
    chatRow.userIdEmpty,
    {
      code: 'WRONG_REQUEST',
      message: 'Change manager can only owner and user must be member in chat',
      refused: 'manager_change_denied',
    },
    botRow.notFound,
    botRow.ofAnotherRestApp,
  ],
  result: z.literal(true),
  example: { params: { CHAT_ID: 2725, USER_ID: 1269, IS_MANAGER: 'Y', CLIENT_ID: 'my-bots' }, result: true },
  async handle({ work, bot, params }) {
    return changeManager(work, await userOf(work, bot), params.CHAT_ID, {
      userId: params.USER_ID,
      isManager: params.IS_MANAGER,
    });
  },
});
