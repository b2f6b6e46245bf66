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
import { changeOwner } from '#domain/chat/change-owner.ts';

export default defineMethod({
  name: 'imbot.chat.setOwner',
  summary: 'Hands a chat of a bot to another member.',
  page: 'api-reference/chat-bots/outdated/chats/imbot-chat-set-owner',
  scope: 'imbot',
  params: {
    CHAT_ID: chatId,
    USER_ID: field.requiredId('user', 'Id of the member who is to own the chat'),
    BOT_ID: botId,
    CLIENT_ID: clientId,
  },
  load: { bot: ({ BOT_ID }) => ownBot(BOT_ID) },
  errors: [
    chatRow.idEmpty,
    chatRow.userIdEmpty,
    chatRow.unavailable,
    chatRow.ownerChangeDenied,
    botRow.notFound,
    botRow.ofAnotherRestApp,
  ],
  result: z.literal(true),
  example: { params: { CHAT_ID: 2727, USER_ID: 1269, CLIENT_ID: 'my-bots' }, result: true },
  async handle({ work, bot, params }) {
    return changeOwner(work, await userOf(work, bot), params.CHAT_ID, params.USER_ID);
  },
});
