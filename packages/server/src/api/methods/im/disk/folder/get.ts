import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { writableChat } from '#api/terms/chat/access.ts';
import { anyChatFields, anyChatRow, chatMeantBy, preferChatId } from '#api/terms/chat/chat-or-dialog.ts';
import { chatRow } from '#api/terms/chat/rows.ts';
import { chatFolder } from '#domain/file/open-storage.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'im.disk.folder.get',
  summary:
    'Answers the folder of a chat that files are brought into before they are sent; makes it when there is none.',
  page: 'api-reference/chats/files/im-disk-folder-get',
  scope: 'im',
  prepare: preferChatId,
  params: anyChatFields,
  load: { chat: (params) => writableChat(chatMeantBy(params)) },
  errors: [
    anyChatRow.idEmpty,
    anyChatRow.dialogIdEmpty,
    { ...chatRow.dialogDenied, refused: ['chat_denied', 'chat_not_found', 'user_not_found'] },
  ],
  result: z.object({ ID: z.number().int() }),
  example: { params: { DIALOG_ID: 'chat1489' }, result: { ID: 5153 } },
  handle: async ({ work, chat }) => done({ ID: (await chatFolder(work, chat)).id }),
});
