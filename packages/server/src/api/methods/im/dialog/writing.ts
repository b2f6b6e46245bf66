import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { dialogId } from '#api/terms/chat/ids.ts';
import { chatRow } from '#api/terms/chat/rows.ts';
import { showTyping } from '#domain/chat/send-typing.ts';

export default defineMethod({
  name: 'im.dialog.writing',
  summary: 'Shows that the calling person is writing.',
  page: 'api-reference/chats/messages/im-dialog-writing',
  scope: 'im',
  params: { DIALOG_ID: dialogId },
  errors: [chatRow.dialogIdEmpty, chatRow.unavailable],
  result: z.literal(true),
  example: { params: { DIALOG_ID: 'chat2935' }, result: true },
  handle: ({ work, caller, params }) => showTyping(work, caller.user, params.DIALOG_ID),
});
