import { z } from 'zod';
import { editMessage } from '../../../../domain/message/edit-message.ts';
import { field } from '../../../fields.ts';
import { defineMethod } from '../../../kernel/method.ts';
import { ownMessage } from '../../../loaders.ts';
import { toChange } from '../../../message-content.ts';
import {
  attachError,
  attachOversize,
  cantEditMessage,
  keyboardError,
  keyboardOversize,
  menuError,
  menuOversize,
  messageIdError,
} from '../../../rows.ts';

export default defineMethod({
  name: 'im.message.update',
  summary: "Changes a message of the calling person's own.",
  page: 'api-reference/chats/messages/im-message-update',
  scope: 'im',
  params: {
    MESSAGE_ID: field.messageId,
    MESSAGE: field.givenText('New text; an empty one deletes the message, without one it stays as it is'),
    ATTACH: field.wideAttach,
    KEYBOARD: field.keyboard,
    MENU: field.menu,
    URL_PREVIEW: field.changeFlag('N: links stay plain'),
    IS_EDITED: field.flag('N: another ATTACH alone does not show as an edit', true),
  },
  load: { message: ownMessage },
  errors: [
    messageIdError,
    cantEditMessage,
    attachError,
    attachOversize,
    keyboardError,
    keyboardOversize,
    // R7: in lower case on its page, and so in the code of its clients.
    { ...menuError, code: 'menu_ERROR' },
    menuOversize,
  ],
  result: z.literal(true),
  example: { params: { MESSAGE_ID: 34239, MESSAGE: 'Updated text', KEYBOARD: 'N' }, result: true },
  handle: ({ work, caller, message, params }) => editMessage(work, caller.user, message, toChange(params)),
});
