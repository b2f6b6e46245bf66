import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { reducibleChat } from '#api/terms/chat/access.ts';
import { chatId } from '#api/terms/chat/ids.ts';
import { chatRow } from '#api/terms/chat/rows.ts';
import { quitChat } from '#domain/chat/quit-chat.ts';

export default defineMethod({
  name: 'im.chat.leave',
  summary: 'Takes the calling person out of a chat.',
  page: 'api-reference/chats/chat-users/im-chat-leave',
  scope: 'im',
  params: { CHAT_ID: chatId },
  load: { chat: ({ CHAT_ID }) => reducibleChat(CHAT_ID) },
  errors: [
    chatRow.idEmpty,
    chatRow.unavailable,
    chatRow.removingForbidden,
    { code: 'ACCESS_DENIED_KICK', message: 'Access denied to kick user from chat', refused: 'user_not_member' },
  ],
  result: z.literal(true),
  example: { params: { CHAT_ID: 2935 }, result: true },
  handle: ({ work, caller, chat }) => quitChat(work, caller.user, chat),
});
