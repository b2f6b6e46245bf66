import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { field } from '#api/terms/basic/fields.ts';
import { anyChatFields, anyChatRow, chatMeantBy, preferChatId } from '#api/terms/chat/chat-or-dialog.ts';
import { muteChat } from '#domain/chat/mute-chat.ts';

export default defineMethod({
  name: 'im.chat.mute',
  summary: 'Keeps the calling person from being told of what is written in a chat, or ends that.',
  page: 'api-reference/chats/special-operations/im-chat-mute',
  scope: 'im',
  params: { ...anyChatFields, MUTE: field.flag('N: the person is told again', true) },
  prepare: preferChatId,
  errors: [
    anyChatRow.idEmpty,
    anyChatRow.dialogIdEmpty,
    { code: 'ACCESS_ERROR', message: 'This chat cannot be muted', status: 403, refused: 'muting_denied' },
  ],
  result: z.literal(true),
  example: { params: { CHAT_ID: 1489, MUTE: 'Y' }, result: true },
  handle: ({ work, caller, params }) => muteChat(work, caller.user, chatMeantBy(params), params.MUTE),
});
