import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { clientId } from '#api/terms/application/ids.ts';
import { ownBot } from '#api/terms/bot/access.ts';
import { botId } from '#api/terms/bot/ids.ts';
import { botRow } from '#api/terms/bot/rows.ts';
import { chatId } from '#api/terms/chat/ids.ts';
import { chatRow } from '#api/terms/chat/rows.ts';
import { userOf } from '#domain/bot/access-bot.ts';
import { accessGroup } from '#domain/chat/access-group.ts';
import { listMembers } from '#domain/chat/list-members.ts';

export default defineMethod({
  name: 'imbot.chat.user.list',
  summary: 'Lists the ids of those in a chat that a bot can look into.',
  page: 'api-reference/chat-bots/outdated/chats/imbot-chat-user-list',
  scope: 'imbot',
  reads: true,
  params: { CHAT_ID: chatId, BOT_ID: botId, CLIENT_ID: clientId },
  load: { bot: ({ BOT_ID }) => ownBot(BOT_ID) },
  errors: [
    chatRow.idEmpty,
    { ...chatRow.unavailable, refused: ['chat_unavailable', 'members_hidden'] },
    botRow.notFound,
    botRow.ofAnotherRestApp,
  ],
  result: z.array(z.number().int()).describe('Ascending'),
  example: { params: { CHAT_ID: 2725, CLIENT_ID: 'my-bots' }, result: [1269, 1271, 1291] },
  async handle({ work, bot, params }) {
    const chat = await accessGroup(work, bot.portalId, params.CHAT_ID);
    return chat.ok ? listMembers(work, await userOf(work, bot), chat.value) : chat;
  },
});
