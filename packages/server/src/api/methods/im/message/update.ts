import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { field } from '#api/terms/basic/fields.ts';
import { ownMessage } from '#api/terms/message/access.ts';
import { messageId } from '#api/terms/message/ids.ts';
import { contentChangeFields, personPartChanges, toChange } from '#api/terms/message/params.ts';
import { messageRow } from '#api/terms/message/rows.ts';
import { editFound } from '#domain/message/edit-message.ts';

export default defineMethod({
  name: 'im.message.update',
  summary: "Changes a message of the calling person's own.",
  page: 'api-reference/chats/messages/im-message-update',
  scope: 'im',
  params: {
    MESSAGE_ID: messageId,
    ...contentChangeFields,
    ...personPartChanges,
    IS_EDITED: field.flag('N: another ATTACH alone does not show as an edit', true),
  },
  // Its row stands above those of the parts.
  load: { message: ({ MESSAGE_ID }) => ownMessage(MESSAGE_ID) },
  errors: [
    messageRow.idError,
    messageRow.cantEdit,
    messageRow.attachError,
    messageRow.attachOversize,
    messageRow.keyboardError,
    messageRow.keyboardOversize,
    // R7: in lower case on its page, and so in the code of its clients.
    { ...messageRow.menuError, code: 'menu_ERROR' },
    messageRow.menuOversize,
  ],
  result: z.literal(true),
  example: { params: { MESSAGE_ID: 34239, MESSAGE: 'Updated text', KEYBOARD: 'N' }, result: true },
  handle: ({ work, caller, message, params }) => editFound(work, caller.user, message, toChange(params)),
});
