import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { clientId } from '#api/terms/application/ids.ts';
import { ownBot } from '#api/terms/bot/access.ts';
import { botId } from '#api/terms/bot/ids.ts';
import { botRow } from '#api/terms/bot/rows.ts';
import { dialogId } from '#api/terms/chat/ids.ts';
import { chatRow } from '#api/terms/chat/rows.ts';
import { userOf } from '#domain/bot/access-bot.ts';
import { sendTyping } from '#domain/chat/send-typing.ts';

export default defineMethod({
  name: 'imbot.chat.sendTyping',
  summary: 'Shows that a bot is writing.',
  page: 'api-reference/chat-bots/outdated/chats/imbot-chat-send-typing',
  scope: 'imbot',
  params: { BOT_ID: botId, DIALOG_ID: dialogId, CLIENT_ID: clientId },
  load: { bot: ({ BOT_ID }) => ownBot(BOT_ID) },
  errors: [botRow.notFound, botRow.ofAnotherApp, chatRow.dialogIdEmpty],
  result: z.literal(true),
  example: { params: { BOT_ID: 39, DIALOG_ID: 'chat123', CLIENT_ID: 'my-bots' }, result: true },
  async handle({ work, bot, params }) {
    return sendTyping(work, await userOf(work, bot), params.DIALOG_ID);
  },
});
