import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { clientId } from '#api/terms/application/ids.ts';
import { ownBot } from '#api/terms/bot/access.ts';
import { botId } from '#api/terms/bot/ids.ts';
import { botRow } from '#api/terms/bot/rows.ts';
import { chatId } from '#api/terms/chat/ids.ts';
import { newColor } from '#api/terms/chat/params.ts';
import { chatRow } from '#api/terms/chat/rows.ts';
import { userOf } from '#domain/bot/access-bot.ts';
import { recolorChat } from '#domain/chat/recolor-chat.ts';

export default defineMethod({
  name: 'imbot.chat.updateColor',
  summary: 'Gives a chat that a bot is in another colour.',
  page: 'api-reference/chat-bots/outdated/chats/imbot-chat-update-color',
  scope: 'imbot',
  params: { CHAT_ID: chatId, COLOR: newColor, BOT_ID: botId, CLIENT_ID: clientId },
  load: { bot: ({ BOT_ID }) => ownBot(BOT_ID) },
  errors: [
    chatRow.idEmpty,
    chatRow.unavailable,
    chatRow.wrongColor,
    chatRow.colorIsSet,
    botRow.notFound,
    botRow.ofAnotherRestApp,
  ],
  result: z.literal(true),
  example: { params: { CHAT_ID: 2725, COLOR: 'PINK', CLIENT_ID: 'my-bots' }, result: true },
  async handle({ work, bot, params }) {
    return recolorChat(work, await userOf(work, bot), params.CHAT_ID, params.COLOR);
  },
});
