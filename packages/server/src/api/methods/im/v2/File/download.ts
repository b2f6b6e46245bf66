import { z } from 'zod';
import { lenient } from '#api/kernel/definition/field.ts';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { wire } from '#api/terms/basic/wire.ts';
import { chatRow } from '#api/terms/chat/rows-v2.ts';
import { fileReadByCaller } from '#api/terms/file/access-v2.ts';
import { fileUrl, linkTaker } from '#api/terms/file/links.ts';
import { fileId } from '#api/terms/file/params-v2.ts';
import { exampleLink, fileRow } from '#api/terms/file/rows-v2.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'im.v2.File.download',
  summary: 'Gives the caller a link to a file that they may read.',
  page: 'api-reference/chat-bots/chat-bots-v2/im.v2/files/file-download',
  scope: 'im',
  reads: true,
  params: {
    dialogId: lenient('Not read: the file says which chat is meant', wire.textOf(255), () => undefined),
    fileId,
  },
  load: { file: ({ fileId }) => fileReadByCaller(fileId) },
  errors: [fileRow.notFound, { ...chatRow.denied, refused: 'file_denied' }],
  result: z.object({ downloadUrl: z.string().describe('Good for 15 minutes, without a header') }),
  example: { params: { dialogId: 'chat5', fileId: 138 }, result: exampleLink },
  handle: async ({ work, caller, file }) =>
    done({ downloadUrl: fileUrl(linkTaker(work, caller), 'download', file.id) }),
});
