import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { groupChat } from '#api/terms/chat/access.ts';
import { chatId } from '#api/terms/chat/ids.ts';
import { chatRow } from '#api/terms/chat/rows.ts';
import { listMembers } from '#domain/chat/list-members.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'im.chat.user.list',
  summary: 'Lists the ids of those in a chat.',
  page: 'api-reference/chats/chat-users/im-chat-user-list',
  scope: 'im',
  reads: true,
  params: { CHAT_ID: chatId },
  load: { chat: ({ CHAT_ID }) => groupChat(CHAT_ID) },
  errors: [chatRow.idEmpty, chatRow.unavailable],
  result: z.array(z.number().int()).describe('Ascending; empty where the caller may not know'),
  example: { params: { CHAT_ID: 2935 }, result: [99, 1269, 1271] },
  async handle({ work, caller, chat }) {
    const members = await listMembers(work, caller.user, chat);
    return done(members.ok ? members.value : []);
  },
});
