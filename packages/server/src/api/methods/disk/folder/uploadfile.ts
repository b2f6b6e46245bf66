import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { ownFolder, thereIsFolder } from '#api/terms/file/access.ts';
import { folderId } from '#api/terms/file/ids.ts';
import { fileUrl, linkMaker, linkTaker } from '#api/terms/file/links.ts';
import { anyRights, folderUploadFields, hasNoName } from '#api/terms/file/params.ts';
import { uploadedAnswer } from '#api/terms/file/present-drive.ts';
import { driveRow } from '#api/terms/file/rows.ts';
import { addressSchema, exampleUploaded, uploadedSchema } from '#api/terms/file/schema-drive.ts';
import { upload } from '#api/terms/file/upload.ts';
import { done, mapDone } from '#kit/outcome.ts';

export default defineMethod({
  name: 'disk.folder.uploadfile',
  summary: 'Puts a file into a folder; without one it answers an address that the file can be sent to.',
  page: 'api-reference/disk/folder/disk-folder-upload-file',
  scope: 'disk',
  outsideBatchOnly: true,
  params: { id: folderId, ...folderUploadFields, rights: anyRights },
  guards: [({ id }) => thereIsFolder(id)],
  load: { folder: ({ id }) => ownFolder(id) },
  errors: [
    { ...driveRow.argument, missing: 'id' },
    { ...driveRow.notFound, refused: 'folder_not_found' },
    { ...driveRow.nameRequired, when: hasNoName },
    { ...driveRow.notSaved, wrong: 'fileContent', refused: ['no_room', 'content_gone'], unsaved: true },
    { ...driveRow.notSaved, wrong: 'data.NAME' },
    { ...driveRow.denied, refused: 'folder_denied' },
    driveRow.nameTaken,
  ],
  result: z.union([uploadedSchema, addressSchema]),
  example: {
    params: { id: 8930, data: { NAME: 'hello.txt' }, fileContent: ['hello.txt', 'SGVsbG8gV29ybGQ='] },
    result: exampleUploaded,
  },
  async handle({ work, caller, params, folder }) {
    const taker = linkTaker(work, caller);
    const { 'data.NAME': name = '', fileContent, generateUniqueName: isRenaming } = params;
    if (!fileContent)
      return done({
        field: 'file',
        uploadUrl: fileUrl(taker, 'upload', folder.id, { isRenaming, by: linkMaker(caller) }),
      });
    const file = await upload(work, caller.user, folder, { name, isRenaming }, fileContent);
    return mapDone(file, (one) => uploadedAnswer(one, taker));
  },
});
