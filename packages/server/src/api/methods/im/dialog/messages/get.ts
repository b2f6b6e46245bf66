import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { UNFINISHED } from '#api/kernel/definition/unfinished.ts';
import { field } from '#api/terms/basic/fields.ts';
import { wideDialogId } from '#api/terms/chat/ids.ts';
import { lacksNotes, openNotes } from '#api/terms/chat/notes.ts';
import { chatRow } from '#api/terms/chat/rows.ts';
import { presentFilesOf } from '#api/terms/file/present.ts';
import { fileSchema } from '#api/terms/file/schema.ts';
import { presentHistory } from '#api/terms/message/present.ts';
import { picturesAt } from '#api/terms/message/preview.ts';
import { exampleMessage, messageSchema } from '#api/terms/message/schema.ts';
import { presentUsers } from '#api/terms/user/present.ts';
import { exampleUser, userSchema } from '#api/terms/user/schema.ts';
import { readHistory } from '#domain/message/read-history.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'im.dialog.messages.get',
  summary: 'Reads messages of a dialog, the newest first; nothing is marked as read by that.',
  page: 'api-reference/chats/messages/im-dialog-messages-get',
  scope: 'im',
  reads: true,
  params: {
    DIALOG_ID: wideDialogId,
    LAST_ID: field.cursor('Only messages with smaller ids; 0: from the newest'),
    FIRST_ID: field.cursor('Only messages with larger ids, 0: from the first one; goes before LAST_ID'),
    LIMIT: field.count('How many messages at most; 50 at most', { fallback: 20, most: 50 }),
  },
  errors: [
    chatRow.dialogIdEmpty,
    { code: 'FIRST_ID_STRING', message: "First ID can't be string", invalid: 'FIRST_ID' },
    { code: 'LAST_ID_STRING', message: "Last ID can't be string", invalid: 'LAST_ID' },
    { ...chatRow.dialogDenied, refused: ['chat_not_found', 'chat_denied'] },
  ],
  result: z.object({
    chat_id: z.number().int(),
    messages: z.array(messageSchema).describe('Newest first'),
    users: z.array(userSchema).describe('Whoever wrote, likes or is named in the messages'),
    files: z.array(fileSchema).describe('Files of the messages'),
  }),
  example: {
    params: { DIALOG_ID: 'chat1489', FIRST_ID: 84869, LIMIT: 10 },
    result: { chat_id: 1489, messages: [exampleMessage], users: [{ ...exampleUser, id: 503 }], files: [] },
  },
  step: openNotes,
  async handle({ work, caller, params, kept }) {
    const window = { limit: params.LIMIT, afterId: params.FIRST_ID, beforeId: params.LAST_ID || undefined };
    const history = await readHistory(work, caller.user, params.DIALOG_ID, window);
    if (!history.ok) return lacksNotes(caller.user, params.DIALOG_ID, kept) ? done(UNFINISHED) : history;
    const { chat, messages, users } = history.value;
    return done({
      chat_id: chat.id,
      messages: presentHistory(history.value, picturesAt(work, chat.portalId, caller.origin)),
      users: await presentUsers(work, users, caller.origin),
      files: await presentFilesOf(messages, work, caller),
    });
  },
});
