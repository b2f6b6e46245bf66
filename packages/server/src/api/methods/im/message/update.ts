import { z } from 'zod';
import { editMessage } from '../../../../domain/message/edit-message.ts';
import { field } from '../../../fields.ts';
import { defineMethod } from '../../../kernel/method.ts';
import { ownMessage } from '../../../loaders.ts';
import { contentChangeFields, toChange, wideAttach } from '../../../message-fields.ts';
import { row } from '../../../rows.ts';

export default defineMethod({
  name: 'im.message.update',
  summary: "Changes a message of the calling person's own.",
  page: 'api-reference/chats/messages/im-message-update',
  scope: 'im',
  params: {
    MESSAGE_ID: field.messageId,
    ...contentChangeFields,
    ATTACH: wideAttach,
    IS_EDITED: field.flag('N: another ATTACH alone does not show as an edit', true),
  },
  load: { message: ownMessage },
  errors: [
    row.messageIdError,
    row.cantEditMessage,
    row.attachError,
    row.attachOversize,
    row.keyboardError,
    row.keyboardOversize,
    // R7: in lower case on its page, and so in the code of its clients.
    { ...row.menuError, code: 'menu_ERROR' },
    row.menuOversize,
  ],
  result: z.literal(true),
  example: { params: { MESSAGE_ID: 34239, MESSAGE: 'Updated text', KEYBOARD: 'N' }, result: true },
  handle: ({ work, caller, message, params }) => editMessage(work, caller.user, message, toChange(params)),
});
