import { z } from 'zod';
import { idOf } from '#api/kernel/definition/field.ts';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { field } from '#api/terms/basic/fields.ts';
import { writableChat } from '#api/terms/chat/access.ts';
import { wideDialogId } from '#api/terms/chat/ids.ts';
import { contentFields, personParts, templateId, toContent } from '#api/terms/message/params.ts';
import { messageRow } from '#api/terms/message/rows.ts';
import { sendInto } from '#domain/message/send-message.ts';
import { mapDone } from '#kit/outcome.ts';

export default defineMethod({
  name: 'im.message.add',
  summary: 'Sends a message as the calling person.',
  page: 'api-reference/chats/messages/im-message-add',
  scope: 'im',
  params: {
    DIALOG_ID: wideDialogId,
    ...contentFields,
    ...personParts,
    REPLY_ID: idOf('message', field.integer('Id of the message in the same chat that this one replies to')),
    TEMPLATE_ID: templateId,
  },
  load: { chat: ({ DIALOG_ID }) => writableChat(DIALOG_ID) },
  errors: [
    // The recipient comes before the text, against the order of the page: so do portals (R46).
    { code: 'USER_ID_EMPTY', message: "User ID can't be empty", wrong: 'DIALOG_ID' },
    { code: 'USER_NOT_FOUND', message: 'User not found', refused: 'user_not_found' },
    { code: 'CHAT_ID', message: 'Error creating message', refused: 'chat_not_found', unsaved: true },
    { code: 'ACCESS_ERROR', message: 'Action unavailable', status: 400, refused: 'chat_denied' },
    {
      code: 'MESSAGE_EMPTY',
      message: "Message can't be empty",
      when: ({ MESSAGE, ATTACH }, faulty) => MESSAGE === '' && !ATTACH && !faulty.has('ATTACH'),
    },
    { code: 'PARAMS_ERROR', message: 'Incorrect params', invalid: 'REPLY_ID' },
    messageRow.attachError,
    messageRow.attachOversize,
    messageRow.keyboardError,
    messageRow.menuError,
    { code: 'REPLY_ACCESS_ERROR', message: 'Action unavailable', refused: 'reply_not_found' },
    {
      code: 'REPLY_FROM_OTHER_CHAT_ERROR',
      message: 'You can only reply to a message within the same chat',
      refused: 'reply_from_other_chat',
    },
  ],
  result: z.number().int().describe('Id of the message'),
  example: {
    params: { DIALOG_ID: 'chat2941', MESSAGE: 'Message text', SYSTEM: 'N', URL_PREVIEW: 'Y', REPLY_ID: 34237 },
    result: 34239,
  },
  async handle({ work, caller, chat, params }) {
    const sent = await sendInto(work, caller.user, chat, toContent(params));
    return mapDone(sent, (message) => message.id);
  },
});
