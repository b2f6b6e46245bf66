import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { clientId } from '#api/terms/application/ids.ts';
import { ownBot } from '#api/terms/bot/access.ts';
import { botId } from '#api/terms/bot/ids.ts';
import { botRow } from '#api/terms/bot/rows.ts';
import { chatId } from '#api/terms/chat/ids.ts';
import { newTitle } from '#api/terms/chat/params.ts';
import { chatRow } from '#api/terms/chat/rows.ts';
import { userOf } from '#domain/bot/access-bot.ts';
import { renameChat } from '#domain/chat/rename-chat.ts';

export default defineMethod({
  name: 'imbot.chat.updateTitle',
  summary: 'Gives a chat that a bot is in another title.',
  page: 'api-reference/chat-bots/outdated/chats/imbot-chat-update-title',
  scope: 'imbot',
  params: { CHAT_ID: chatId, TITLE: newTitle, BOT_ID: botId, CLIENT_ID: clientId },
  load: { bot: ({ BOT_ID }) => ownBot(BOT_ID) },
  errors: [
    chatRow.idEmpty,
    chatRow.titleEmpty,
    { ...chatRow.unavailable, status: 400 },
    { ...chatRow.renamingForbidden, status: 400 },
    botRow.notFound,
    botRow.ofAnotherRestApp,
  ],
  result: z.literal(true),
  example: { params: { CHAT_ID: 2725, TITLE: 'New name for the chat', CLIENT_ID: 'my-bots' }, result: true },
  async handle({ work, bot, params }) {
    return renameChat(work, await userOf(work, bot), params.CHAT_ID, params.TITLE);
  },
});
