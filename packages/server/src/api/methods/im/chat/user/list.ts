import { z } from 'zod';
import { listMembers } from '../../../../../domain/chat/list-members.ts';
import { done } from '../../../../../kit/outcome.ts';
import { field } from '../../../../fields.ts';
import { defineMethod } from '../../../../kernel/method.ts';
import { groupChat } from '../../../../loaders.ts';
import { row } from '../../../../rows.ts';

export default defineMethod({
  name: 'im.chat.user.list',
  summary: 'Lists the ids of those in a chat.',
  page: 'api-reference/chats/chat-users/im-chat-user-list',
  scope: 'im',
  reads: true,
  params: { CHAT_ID: field.chatId },
  load: { chat: groupChat },
  errors: [row.chatIdEmpty, row.chatUnavailable],
  result: z.array(z.number().int()).describe('Ascending; empty where the caller may not know'),
  example: { params: { CHAT_ID: 2935 }, result: [99, 1269, 1271] },
  async handle({ work, caller, chat }) {
    const members = await listMembers(work, caller.user, chat);
    return done(members.ok ? members.value : []);
  },
});
