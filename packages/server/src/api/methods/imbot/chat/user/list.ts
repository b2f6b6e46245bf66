import { z } from 'zod';
import { userOf } from '../../../../../domain/bot/access-bot.ts';
import { listMembers } from '../../../../../domain/chat/list-members.ts';
import { field } from '../../../../fields.ts';
import { defineMethod } from '../../../../kernel/method.ts';
import { groupChat, ownBot } from '../../../../loaders.ts';
import { row } from '../../../../rows.ts';

export default defineMethod({
  name: 'imbot.chat.user.list',
  summary: 'Lists the ids of those in a chat that a bot can look into.',
  page: 'api-reference/chat-bots/outdated/chats/imbot-chat-user-list',
  scope: 'imbot',
  reads: true,
  params: { CHAT_ID: field.chatId, BOT_ID: field.botId, CLIENT_ID: field.clientId },
  load: { chat: groupChat, bot: ownBot },
  errors: [
    row.chatIdEmpty,
    { ...row.chatUnavailable, refused: ['chat_unavailable', 'members_hidden'] },
    row.botNotFound,
    row.botOfAnotherRestApp,
  ],
  result: z.array(z.number().int()).describe('Ascending'),
  example: { params: { CHAT_ID: 2725, CLIENT_ID: 'my-bots' }, result: [1269, 1271, 1291] },
  async handle({ work, bot, chat }) {
    return listMembers(work, await userOf(work, bot), chat);
  },
});
