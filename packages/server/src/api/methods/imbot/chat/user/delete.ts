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
import { accessReducible } from '#domain/chat/access-group.ts';
import { removeMember } from '#domain/chat/remove-member.ts';

export default defineMethod({
  name: 'imbot.chat.user.delete',
  summary: 'Takes somebody out of a chat that a bot runs.',
  page: 'api-reference/chat-bots/outdated/chats/imbot-chat-user-delete',
  scope: 'imbot',
  params: {
    CHAT_ID: chatId,
    USER_ID: field.requiredId('user', 'Id of the person or bot to take out'),
    BOT_ID: botId,
    CLIENT_ID: clientId,
  },
  load: { bot: ({ BOT_ID }) => ownBot(BOT_ID) },
  errors: [
    chatRow.idEmpty,
    chatRow.userIdEmpty,
    chatRow.unavailable,
    chatRow.removingForbidden,
    chatRow.ownerMustStay,
    {
      code: 'WRONG_REQUEST',
      message: "You don't have access or user isn't a member of the chat",
      refused: ['removing_denied', 'user_not_member'],
    },
    botRow.notFound,
    botRow.ofAnotherApp,
  ],
  result: z.literal(true),
  example: { params: { CHAT_ID: 2725, USER_ID: 1269, CLIENT_ID: 'my-bots' }, result: true },
  async handle({ work, bot, params }) {
    const chat = await accessReducible(work, bot.portalId, params.CHAT_ID);
    return chat.ok ? removeMember(work, await userOf(work, bot), chat.value, params.USER_ID) : chat;
  },
});
