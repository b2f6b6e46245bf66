import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { chatFileId, readDiskId } from '#api/terms/file/ids.ts';
import { chatFileRow } from '#api/terms/file/rows.ts';
import { saveFile } from '#domain/file/save-file.ts';
import { mapDone } from '#kit/outcome.ts';

const named = z.object({ id: z.number().int(), name: z.string() });

export default defineMethod({
  name: 'im.disk.file.save',
  summary: 'Copies a file of a chat to the files of the caller.',
  page: 'api-reference/chats/files/im-disk-file-save',
  scope: 'im',
  prepare: readDiskId,
  params: { FILE_ID: chatFileId },
  errors: [
    chatFileRow.idEmpty,
    { code: 'FILE_SAVE_ERROR', message: "File ID can't be saved", refused: 'file_unreadable' },
  ],
  result: z.object({ folder: named, file: named }),
  example: {
    params: { FILE_ID: 5155 },
    result: { folder: { id: 4821, name: 'Saved Files' }, file: { id: 5159, name: 'image.jpg' } },
  },
  async handle({ work, caller, params }) {
    return mapDone(await saveFile(work, caller.user, params.FILE_ID), ({ folder, file }) => ({
      folder: { id: folder.id, name: folder.name },
      file: { id: file.id, name: file.name },
    }));
  },
});
