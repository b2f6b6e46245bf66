import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { chatId } from '#api/terms/chat/ids.ts';
import { chatRow } from '#api/terms/chat/rows.ts';
import { chatFileId, readDiskId } from '#api/terms/file/ids.ts';
import { chatFileRow } from '#api/terms/file/rows.ts';
import { deleteChatFile } from '#domain/file/delete-file.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'im.disk.file.delete',
  summary: 'Takes a file out of a chat for who sent it; for others in the chat it does nothing.',
  page: 'api-reference/chats/files/im-disk-file-delete',
  scope: 'im',
  prepare: readDiskId,
  params: { CHAT_ID: chatId, FILE_ID: chatFileId },
  errors: [chatRow.idEmpty, chatFileRow.idEmpty],
  result: z.boolean().describe('false: there is no such file, or the chat is none of the caller'),
  example: { params: { CHAT_ID: 1489, FILE_ID: 5163 }, result: true },
  async handle({ work, caller, params }) {
    return done(await deleteChatFile(work, caller.user, { chatId: params.CHAT_ID, fileId: params.FILE_ID }));
  },
});
