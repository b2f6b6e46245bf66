import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { inGroup } from '#api/terms/chat/access.ts';
import { chatOrDialogFields, chatOrDialogRow, settleOnChat } from '#api/terms/chat/chat-or-dialog.ts';
import { newColor } from '#api/terms/chat/params.ts';
import { chatRow } from '#api/terms/chat/rows.ts';
import { recolorChat } from '#domain/chat/recolor-chat.ts';

export default defineMethod({
  name: 'im.chat.updateColor',
  summary: 'Gives a chat that the calling person is in another colour.',
  page: 'api-reference/chats/chat-update/im-chat-update-color',
  scope: 'im',
  params: { ...chatOrDialogFields, COLOR: newColor },
  prepare: settleOnChat,
  guards: [({ CHAT_ID }) => inGroup(CHAT_ID)],
  errors: [
    chatOrDialogRow.idEmpty,
    chatOrDialogRow.dialogIdEmpty,
    chatRow.unavailable,
    chatRow.wrongColor,
    chatRow.colorIsSet,
  ],
  result: z.literal(true),
  example: { params: { CHAT_ID: 2935, COLOR: 'SAND' }, result: true },
  handle: ({ work, caller, params }) => recolorChat(work, caller.user, params.CHAT_ID, params.COLOR),
});
