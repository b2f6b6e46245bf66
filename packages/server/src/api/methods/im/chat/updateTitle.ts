import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { chatOrDialogFields, chatOrDialogRow, settleOnChat } from '#api/terms/chat/chat-or-dialog.ts';
import { newTitle } from '#api/terms/chat/params.ts';
import { chatRow } from '#api/terms/chat/rows.ts';
import { renameChat } from '#domain/chat/rename-chat.ts';

export default defineMethod({
  name: 'im.chat.updateTitle',
  summary: 'Gives a chat that the calling person is in another title.',
  page: 'api-reference/chats/chat-update/im-chat-update-title',
  scope: 'im',
  params: { ...chatOrDialogFields, TITLE: newTitle },
  prepare: settleOnChat,
  errors: [
    chatOrDialogRow.idEmpty,
    chatOrDialogRow.dialogIdEmpty,
    chatRow.titleEmpty,
    chatRow.unavailable,
    chatRow.renamingForbidden,
  ],
  result: z.literal(true),
  example: { params: { CHAT_ID: 2935, TITLE: 'Project Chat' }, result: true },
  async handle({ work, caller, params }) {
    return renameChat(work, caller.user, params.CHAT_ID, params.TITLE);
  },
});
