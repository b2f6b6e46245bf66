import { defineMethod } from '#api/kernel/definition/method.ts';
import { readableFile, thereIsFile } from '#api/terms/file/access.ts';
import { fileId } from '#api/terms/file/ids.ts';
import { linkTaker } from '#api/terms/file/links.ts';
import { presentStored } from '#api/terms/file/present-drive.ts';
import { driveRow } from '#api/terms/file/rows.ts';
import { exampleStored, storedSchema } from '#api/terms/file/schema-drive.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'disk.file.get',
  summary: 'Tells of a file that the caller may read, with an address to fetch it from.',
  page: 'api-reference/disk/file/disk-file-get',
  scope: 'disk',
  reads: true,
  params: { id: fileId },
  guards: [({ id }) => thereIsFile(id)],
  load: { file: ({ id }) => readableFile(id) },
  errors: [
    { ...driveRow.argument, missing: 'id' },
    { ...driveRow.notFound, refused: 'file_not_found' },
    { ...driveRow.denied, refused: 'file_denied' },
  ],
  result: storedSchema,
  example: { params: { id: 9011 }, result: exampleStored },
  handle: async ({ work, caller, file }) => done(presentStored(file, linkTaker(work, caller))),
});
