import { defineMethod } from '#api/kernel/definition/method.ts';
import { childrenOf } from '#api/kernel/definition/within.ts';
import { chatIdAsDialog, dialogId } from '#api/terms/chat/ids-v2.ts';
import { chatRow } from '#api/terms/chat/rows-v2.ts';
import { chatTakingFiles } from '#api/terms/file/access-v2.ts';
import { sentFileFields } from '#api/terms/file/params-v2.ts';
import { fileRow } from '#api/terms/file/rows-v2.ts';
import { exampleSent, sendUploaded, uploadedSchema } from '#api/terms/file/sent-v2.ts';

export default defineMethod({
  name: 'im.v2.File.upload',
  summary: 'Sends a file in the name of the caller.',
  page: 'api-reference/chat-bots/chat-bots-v2/im.v2/files/file-upload',
  scope: 'im',
  outsideBatchOnly: true,
  params: { dialogId, ...sentFileFields },
  prepare: chatIdAsDialog,
  load: { chat: ({ dialogId }) => chatTakingFiles(dialogId) },
  errors: [
    { ...fileRow.empty, message: 'File name and content are required', missing: 'fields.content' },
    { ...fileRow.empty, message: 'File name and content are required', missing: 'fields.name' },
    fileRow.notBase64,
    chatRow.notFound,
    { code: 'FOLDER_ERROR', message: 'Failed to get chat folder', refused: 'folder_denied' },
    { code: 'UPLOAD_FAILED', message: 'File upload failed', ...fileRow.notKept },
    { code: 'SEND_FAILED', message: 'Failed to send message', refused: 'file_unreadable', unsaved: true },
    fileRow.tooLarge,
    chatRow.denied,
  ],
  result: uploadedSchema,
  example: {
    params: { dialogId: 'chat5', fields: { name: 'report.pdf', content: 'SGVsbG8gV29ybGQh', message: 'Here it is' } },
    result: exampleSent,
  },
  handle: ({ work, caller, chat, params }) =>
    sendUploaded(work, caller, caller.user, chat, childrenOf('fields', params)),
});
