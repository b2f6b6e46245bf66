import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { clientId } from '#api/terms/application/ids.ts';
import { ownBot } from '#api/terms/bot/access.ts';
import { botId } from '#api/terms/bot/ids.ts';
import { botRow } from '#api/terms/bot/rows.ts';
import { chatId } from '#api/terms/chat/ids.ts';
import { chatRow } from '#api/terms/chat/rows.ts';
import { userOf } from '#domain/bot/access-bot.ts';
import { accessReducible } from '#domain/chat/access-group.ts';
import { leaveChat } from '#domain/chat/leave-chat.ts';

export default defineMethod({
  name: 'imbot.chat.leave',
  summary: 'Takes a bot out of a chat.',
  page: 'api-reference/chat-bots/outdated/chats/imbot-chat-leave',
  scope: 'imbot',
  params: { CHAT_ID: chatId, BOT_ID: botId, CLIENT_ID: clientId },
  load: { bot: ({ BOT_ID }) => ownBot(BOT_ID) },
  errors: [
    chatRow.idEmpty,
    chatRow.unavailable,
    chatRow.removingForbidden,
    chatRow.ownerMustStay,
    {
      code: 'WRONG_REQUEST',
      message: "You don't have access or user isn't a member in chat",
      refused: 'user_not_member',
    },
    botRow.notFound,
    botRow.ofAnotherRestApp,
  ],
  result: z.literal(true),
  example: { params: { CHAT_ID: 13, BOT_ID: 39, CLIENT_ID: 'my-bots' }, result: true },
  async handle({ work, bot, params }) {
    const chat = await accessReducible(work, bot.portalId, params.CHAT_ID);
    return chat.ok ? leaveChat(work, await userOf(work, bot), chat.value) : chat;
  },
});
