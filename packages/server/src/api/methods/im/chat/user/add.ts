import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { field } from '#api/terms/basic/fields.ts';
import { extendableChat } from '#api/terms/chat/access.ts';
import { chatId } from '#api/terms/chat/ids.ts';
import { hideHistory } from '#api/terms/chat/params.ts';
import { chatRow } from '#api/terms/chat/rows.ts';
import { addMembers } from '#domain/chat/add-members.ts';
import { mapDone } from '#kit/outcome.ts';

export default defineMethod({
  name: 'im.chat.user.add',
  summary: 'Adds people and bots to a chat that the calling person is in.',
  page: 'api-reference/chats/chat-users/im-chat-user-add',
  scope: 'im',
  params: {
    CHAT_ID: chatId,
    USERS: field.requiredIdList('user', 'Ids of the people and bots to add'),
    HIDE_HISTORY: hideHistory,
  },
  load: { chat: ({ CHAT_ID }) => extendableChat(CHAT_ID) },
  errors: [
    chatRow.idEmpty,
    chatRow.unavailable,
    chatRow.addingForbidden,
    {
      code: 'ACCESS_DENIED_EXTEND',
      message: 'Insufficient permissions to add participants to the chat',
      refused: 'adding_denied',
    },
  ],
  result: z.literal(true),
  example: { params: { CHAT_ID: 2935, USERS: [99, 1271], HIDE_HISTORY: 'N' }, result: true },
  async handle({ work, caller, chat, params }) {
    const added = await addMembers(work, caller.user, chat, {
      userIds: params.USERS,
      hidesHistory: params.HIDE_HISTORY,
    });
    return mapDone(added, () => true);
  },
});
