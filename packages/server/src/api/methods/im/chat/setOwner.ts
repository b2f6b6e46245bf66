import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { field } from '#api/terms/basic/fields.ts';
import { chatOrDialogFields, chatOrDialogRow, settleOnChat } from '#api/terms/chat/chat-or-dialog.ts';
import { chatRow } from '#api/terms/chat/rows.ts';
import { changeOwner } from '#domain/chat/change-owner.ts';

export default defineMethod({
  name: 'im.chat.setOwner',
  summary: 'Hands a chat of the calling person to another member.',
  page: 'api-reference/chats/chat-update/im-chat-set-owner',
  scope: 'im',
  params: { ...chatOrDialogFields, USER_ID: field.requiredId('user', 'Id of the member who is to own the chat') },
  prepare: settleOnChat,
  errors: [
    chatOrDialogRow.idEmpty,
    chatOrDialogRow.dialogIdEmpty,
    chatRow.userIdEmpty,
    chatRow.unavailable,
    chatRow.ownerChangeDenied,
  ],
  result: z.literal(true),
  example: { params: { CHAT_ID: 2935, USER_ID: 1271 }, result: true },
  handle: ({ work, caller, params }) => changeOwner(work, caller.user, params.CHAT_ID, params.USER_ID),
});
