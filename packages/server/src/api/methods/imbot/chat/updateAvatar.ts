import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { clientId } from '#api/terms/application/ids.ts';
import { ONE_DOT } from '#api/terms/basic/image.ts';
import { ownBot } from '#api/terms/bot/access.ts';
import { botId } from '#api/terms/bot/ids.ts';
import { botRow } from '#api/terms/bot/rows.ts';
import { chatId } from '#api/terms/chat/ids.ts';
import { newAvatar } from '#api/terms/chat/params.ts';
import { chatRow } from '#api/terms/chat/rows.ts';
import { userOf } from '#domain/bot/access-bot.ts';
import { refaceChat } from '#domain/chat/reface-chat.ts';

export default defineMethod({
  name: 'imbot.chat.updateAvatar',
  summary: 'Gives a chat that a bot is in another picture.',
  page: 'api-reference/chat-bots/outdated/chats/imbot-chat-update-avatar',
  scope: 'imbot',
  params: { CHAT_ID: chatId, AVATAR: newAvatar, BOT_ID: botId, CLIENT_ID: clientId },
  load: { bot: ({ BOT_ID }) => ownBot(BOT_ID) },
  errors: [
    chatRow.idEmpty,
    chatRow.avatarDenied,
    chatRow.unavailable,
    chatRow.avatarFixed,
    chatRow.avatarOfWrongType,
    chatRow.avatarTooLarge,
    chatRow.notFound,
    botRow.notFound,
    botRow.ofAnotherApp,
  ],
  result: z.literal(true),
  example: {
    params: { CHAT_ID: 2725, AVATAR: ONE_DOT, CLIENT_ID: 'my-bots' },
    result: true,
  },
  async handle({ work, bot, params }) {
    return refaceChat(work, await userOf(work, bot), params.CHAT_ID, params.AVATAR);
  },
});
