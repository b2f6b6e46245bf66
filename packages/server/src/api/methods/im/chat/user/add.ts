import { z } from 'zod';
import { addMembers } from '../../../../../domain/chat/add-members.ts';
import { mapDone } from '../../../../../kit/outcome.ts';
import { field } from '../../../../fields.ts';
import { defineMethod } from '../../../../kernel/method.ts';
import { extendableChat } from '../../../../loaders.ts';
import { row } from '../../../../rows.ts';

export default defineMethod({
  name: 'im.chat.user.add',
  summary: 'Adds people and bots to a chat that the calling person is in.',
  page: 'api-reference/chats/chat-users/im-chat-user-add',
  scope: 'im',
  params: {
    CHAT_ID: field.chatId,
    USERS: field.requiredIdList('Ids of the people and bots to add'),
    HIDE_HISTORY: field.hideHistory,
  },
  load: { chat: extendableChat },
  errors: [
    row.chatIdEmpty,
    row.chatUnavailable,
    row.addingForbidden,
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
