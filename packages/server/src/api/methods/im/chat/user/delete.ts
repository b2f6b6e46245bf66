import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { field } from '#api/terms/basic/fields.ts';
import { reducibleChat } from '#api/terms/chat/access.ts';
import { chatId } from '#api/terms/chat/ids.ts';
import { chatRow } from '#api/terms/chat/rows.ts';
import { excludeMember } from '#domain/chat/quit-chat.ts';

export default defineMethod({
  name: 'im.chat.user.delete',
  summary: 'Takes somebody out of a chat that the calling person runs; whoever names themselves leaves.',
  page: 'api-reference/chats/chat-users/im-chat-user-delete',
  scope: 'im',
  params: { CHAT_ID: chatId, USER_ID: field.requiredId('user', 'Id of the person or bot to take out') },
  load: { chat: ({ CHAT_ID }) => reducibleChat(CHAT_ID) },
  errors: [
    chatRow.idEmpty,
    chatRow.userIdEmpty,
    chatRow.unavailable,
    chatRow.removingForbidden,
    {
      code: 'ACCESS_DENIED_KICK',
      message: 'Insufficient rights to exclude participants from the chat',
      refused: ['removing_denied', 'owner_must_stay'],
    },
    { code: 'USER_NOT_FOUND', message: 'The specified user is not in the chat', refused: 'user_not_member' },
  ],
  result: z.literal(true),
  example: { params: { CHAT_ID: 2935, USER_ID: 1291 }, result: true },
  handle: ({ work, caller, chat, params }) => excludeMember(work, caller.user, chat, params.USER_ID),
});
