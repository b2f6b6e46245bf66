import { defineMethod } from '#api/kernel/definition/method.ts';
import { ownRoot, thereIsStorage } from '#api/terms/file/access.ts';
import { storageId } from '#api/terms/file/ids.ts';
import { linkTaker } from '#api/terms/file/links.ts';
import { rights, storageUploadFields } from '#api/terms/file/params.ts';
import { uploadedAnswer } from '#api/terms/file/present-drive.ts';
import { driveRow } from '#api/terms/file/rows.ts';
import { exampleUploaded, uploadedSchema } from '#api/terms/file/schema-drive.ts';
import { upload } from '#api/terms/file/upload.ts';
import { mapDone } from '#kit/outcome.ts';

export default defineMethod({
  name: 'disk.storage.uploadfile',
  summary: 'Puts a file into the root of a storage.',
  page: 'api-reference/disk/storage/disk-storage-upload-file',
  scope: 'disk',
  outsideBatchOnly: true,
  params: { id: storageId, ...storageUploadFields, rights },
  guards: [({ id }) => thereIsStorage(id)],
  load: { root: ({ id }) => ownRoot(id) },
  errors: [
    { ...driveRow.argument, missing: 'id' },
    { ...driveRow.argument, missing: 'fileContent' },
    { ...driveRow.notFound, refused: 'storage_not_found' },
    { ...driveRow.nameRequired, missing: 'data.NAME' },
    { ...driveRow.notSaved, wrong: 'fileContent', refused: ['no_room', 'content_gone'], unsaved: true },
    { ...driveRow.notSaved, wrong: 'data.NAME' },
    { code: '', message: 'Invalid rights format', wrong: 'rights' },
    { ...driveRow.denied, refused: 'storage_denied' },
    driveRow.nameTaken,
  ],
  result: uploadedSchema,
  example: {
    params: { id: 1357, data: { NAME: 'hello.txt' }, fileContent: ['hello.txt', 'SGVsbG8gV29ybGQ='] },
    result: exampleUploaded,
  },
  async handle({ work, caller, params, root }) {
    const wish = { name: params['data.NAME'], isRenaming: params.generateUniqueName };
    const file = await upload(work, caller.user, root, wish, params.fileContent);
    return mapDone(file, (one) => uploadedAnswer(one, linkTaker(work, caller)));
  },
});
