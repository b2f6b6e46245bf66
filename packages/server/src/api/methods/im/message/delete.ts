import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { messageId } from '#api/terms/message/ids.ts';
import { messageRow } from '#api/terms/message/rows.ts';
import { deleteMessage } from '#domain/message/delete-message.ts';

export default defineMethod({
  name: 'im.message.delete',
  summary: "Deletes a message of the calling person's own, or of a group that they run.",
  page: 'api-reference/chats/messages/im-message-delete',
  scope: 'im',
  params: { MESSAGE_ID: messageId },
  errors: [messageRow.idError, messageRow.cantEdit],
  result: z.literal(true),
  example: { params: { MESSAGE_ID: 34247 }, result: true },
  // People always leave a mark.
  handle: ({ work, caller, params }) => deleteMessage(work, caller.user, params.MESSAGE_ID, { complete: false }),
});
