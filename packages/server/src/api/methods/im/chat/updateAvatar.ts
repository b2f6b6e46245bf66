import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { ONE_DOT } from '#api/terms/basic/image.ts';
import { mayReface } from '#api/terms/chat/access.ts';
import { chatOrDialogFields, chatOrDialogRow, settleOnChat } from '#api/terms/chat/chat-or-dialog.ts';
import { newAvatar } from '#api/terms/chat/params.ts';
import { chatRow } from '#api/terms/chat/rows.ts';
import { refaceChat } from '#domain/chat/reface-chat.ts';

export default defineMethod({
  name: 'im.chat.updateAvatar',
  summary: 'Gives a chat that the calling person is in another picture.',
  page: 'api-reference/chats/chat-update/im-chat-update-avatar',
  scope: 'im',
  params: { ...chatOrDialogFields, AVATAR: newAvatar },
  prepare: settleOnChat,
  guards: [({ CHAT_ID }) => mayReface(CHAT_ID)],
  errors: [
    chatOrDialogRow.idEmpty,
    chatOrDialogRow.dialogIdEmpty,
    { ...chatRow.avatarDenied, status: 400 },
    { ...chatRow.unavailable, status: 400 },
    { ...chatRow.avatarFixed, status: 400 },
    chatRow.avatarOfWrongType,
    chatRow.avatarTooLarge,
    chatRow.notFound,
  ],
  result: z.literal(true),
  example: { params: { CHAT_ID: 2935, AVATAR: ONE_DOT }, result: true },
  handle: ({ work, caller, params }) => refaceChat(work, caller.user, params.CHAT_ID, params.AVATAR),
});
