import { z } from 'zod';
import { readBy, required } from '#api/kernel/definition/field.ts';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { toText } from '#api/kernel/wire/read.ts';
import { knownDialog } from '#api/terms/chat/access.ts';
import { wideDialogId } from '#api/terms/chat/ids.ts';
import { chatRow } from '#api/terms/chat/rows.ts';
import { knownMessage } from '#api/terms/message/access.ts';
import { messageId } from '#api/terms/message/ids.ts';
import { messageRow } from '#api/terms/message/rows.ts';
import { shareIntoChat } from '#domain/chat/share-message.ts';

const TYPES = ['CHAT', 'TASK', 'POST', 'CALEND'] as const;

export default defineMethod({
  name: 'im.message.share',
  summary: 'Makes a chat of a message, with the members of the chat that it stands in.',
  page: 'api-reference/chats/messages/im-message-share',
  scope: 'im',
  params: {
    MESSAGE_ID: messageId,
    DIALOG_ID: wideDialogId,
    TYPE: required(
      'CHAT: a new group; there are no tasks, posts and calendars here',
      readBy(z.enum(TYPES), (raw) => TYPES.find((type) => type === toText(raw)?.trim().toUpperCase())),
    ),
  },
  load: {
    shared: ({ MESSAGE_ID }) => knownMessage(MESSAGE_ID),
    place: ({ DIALOG_ID }) => knownDialog(DIALOG_ID),
  },
  errors: [
    { ...messageRow.idError, refused: 'message_not_found' },
    chatRow.dialogIdEmpty,
    { ...chatRow.dialogDenied, refused: ['chat_not_found', 'chat_denied'] },
    {
      code: 'PARAMS_ERROR',
      message: 'Incorrect params',
      wrong: 'TYPE',
      when: ({ TYPE }: { readonly TYPE: string | undefined }) => TYPE !== undefined && TYPE !== 'CHAT',
      refused: ['message_elsewhere', 'too_many_members'],
    },
  ],
  result: z.literal(true),
  example: { params: { MESSAGE_ID: 34261, DIALOG_ID: 'chat2941', TYPE: 'CHAT' }, result: true },
  handle: ({ work, caller, shared, place }) => shareIntoChat(work, caller.user, place.chat, shared.message),
});
