import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { field } from '#api/terms/basic/fields.ts';
import { wideDialogId } from '#api/terms/chat/ids.ts';
import { chatRow } from '#api/terms/chat/rows.ts';
import { markChat, unmarkChat } from '#domain/recent/change-marks.ts';

export default defineMethod({
  name: 'im.recent.unread',
  summary: 'Marks a chat as unread for the calling person, or takes that back and reads it.',
  page: 'api-reference/chats/special-operations/im-recent-unread',
  scope: 'im',
  params: {
    DIALOG_ID: wideDialogId,
    ACTION: field.flag('N: the mark is taken off, and all messages of the chat are read', true),
  },
  errors: [chatRow.dialogIdEmpty],
  result: z.boolean().describe('false: the person is not in that chat, or it is empty'),
  example: { params: { DIALOG_ID: 'chat2941', ACTION: 'Y' }, result: true },
  handle: ({ work, caller, params: { DIALOG_ID, ACTION } }) =>
    ACTION ? markChat(work, caller.user, DIALOG_ID) : unmarkChat(work, caller.user, DIALOG_ID),
});
