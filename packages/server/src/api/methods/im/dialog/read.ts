import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { field } from '#api/terms/basic/fields.ts';
import { dialogId } from '#api/terms/chat/ids.ts';
import { chatRow } from '#api/terms/chat/rows.ts';
import { writeDialog } from '#domain/chat/dialog.ts';
import { markRead } from '#domain/message/mark-read.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'im.dialog.read',
  summary: 'Says that the calling person has read a dialog up to a message.',
  page: 'api-reference/chats/messages/im-dialog-read',
  scope: 'im',
  params: {
    DIALOG_ID: dialogId,
    MESSAGE_ID: field.cursor('The last message that was read; without it all of them were'),
  },
  errors: [chatRow.dialogIdEmpty],
  result: z
    .union([
      z.object({
        dialogId: z.string().describe('The dialog as it was asked for'),
        chatId: z.number().int(),
        lastId: z.number().int().describe('Up to which message it is read now'),
        counter: z.number().int().describe('Messages that are still unread'),
      }),
      z.literal(false),
    ])
    .describe('false: the person is not in that chat'),
  example: {
    params: { DIALOG_ID: 'chat1489', MESSAGE_ID: 84875 },
    result: { dialogId: 'chat1489', chatId: 1489, lastId: 84875, counter: 3 },
  },
  async handle({ work, caller, params: { DIALOG_ID, MESSAGE_ID } }) {
    const marked = await markRead(work, caller.user, DIALOG_ID, MESSAGE_ID || undefined);
    if (!marked.ok) return done(false);
    const { chatId, lastReadId, unreadCount } = marked.value;
    return done({ dialogId: writeDialog(DIALOG_ID), chatId, lastId: lastReadId, counter: unreadCount });
  },
});
