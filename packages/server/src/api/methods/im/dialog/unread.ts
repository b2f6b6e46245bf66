import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { field } from '#api/terms/basic/fields.ts';
import { dialogId } from '#api/terms/chat/ids.ts';
import { chatRow } from '#api/terms/chat/rows.ts';
import { markUnread } from '#domain/message/mark-read.ts';

export default defineMethod({
  name: 'im.dialog.unread',
  summary: 'Makes a message and those after it unread to the calling person again.',
  page: 'api-reference/chats/messages/im-dialog-unread',
  scope: 'im',
  params: {
    DIALOG_ID: dialogId,
    MESSAGE_ID: field.requiredId('message', 'The first message that is to be unread; no message need have that id'),
  },
  errors: [
    { code: 'MESSAGE_ID_ERROR', message: "First unread message id can't be empty", wrong: 'MESSAGE_ID' },
    chatRow.dialogIdEmpty,
  ],
  result: z.boolean().describe('false: the person is not in that chat'),
  example: { params: { DIALOG_ID: 'chat1489', MESSAGE_ID: 84869 }, result: true },
  handle: ({ work, caller, params }) => markUnread(work, caller.user, params.DIALOG_ID, params.MESSAGE_ID),
});
