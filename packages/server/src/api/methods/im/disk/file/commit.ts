import { defineMethod } from '#api/kernel/definition/method.ts';
import { writableChat } from '#api/terms/chat/access.ts';
import { anyChatRow, chatMeantBy } from '#api/terms/chat/chat-or-dialog.ts';
import { chatRow } from '#api/terms/chat/rows.ts';
import { readableFiles } from '#api/terms/file/access.ts';
import { commitFields, committed, filesMeantBy, namesNoFile, settleOnFiles } from '#api/terms/file/commit.ts';
import { linkTaker } from '#api/terms/file/links.ts';
import { committedSchema, exampleCommitted } from '#api/terms/file/schema-drive.ts';
import { sendFiles } from '#domain/file/send-files.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'im.disk.file.commit',
  summary: 'Sends files that were brought to the drive into a chat, with one message.',
  page: 'api-reference/chats/files/im-disk-file-commit',
  scope: 'im',
  prepare: settleOnFiles,
  params: commitFields,
  load: {
    files: (params) => readableFiles(filesMeantBy(params)),
    chat: (params) => writableChat(chatMeantBy(params)),
  },
  errors: [
    anyChatRow.idEmpty,
    anyChatRow.dialogIdEmpty,
    { code: 'FILES_ERROR', message: 'List of files is not specified', when: namesNoFile },
    { code: 'SAVE_ERROR', message: 'Error during saving file to chat', refused: 'file_unreadable' },
    { ...chatRow.dialogDenied, refused: ['chat_denied', 'chat_not_found', 'user_not_found'] },
  ],
  result: committedSchema,
  example: {
    params: { CHAT_ID: 1489, FILE_ID: [5249], MESSAGE: 'Project documents' },
    result: exampleCommitted,
  },
  async handle({ work, caller, params, chat, files }) {
    const isUpload = params.FILE_ID.length === 0;
    const wish = { text: params.MESSAGE, isPlain: isUpload && params.AS_FILE, uuid: params.TEMPLATE_ID };
    const sent = await sendFiles(work, caller.user, chat, files, wish);
    if (!sent.ok) return sent;
    return done(await committed(sent.value, isUpload ? 'upload' : 'disk', linkTaker(work, caller)));
  },
});
