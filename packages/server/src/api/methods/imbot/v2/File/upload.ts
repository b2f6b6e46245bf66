import { defineMethod } from '#api/kernel/definition/method.ts';
import { childrenOf } from '#api/kernel/definition/within.ts';
import { namedBot, tokenShown } from '#api/terms/bot/access.ts';
import { actingBot } from '#api/terms/bot/ids-v2.ts';
import { acting } from '#api/terms/bot/rows-v2.ts';
import { placeOfWritingBot } from '#api/terms/chat/access-v2.ts';
import { chatIdAsDialog, dialogId } from '#api/terms/chat/ids-v2.ts';
import { chatRow } from '#api/terms/chat/rows-v2.ts';
import { sentFileFields } from '#api/terms/file/params-v2.ts';
import { fileRow } from '#api/terms/file/rows-v2.ts';
import { exampleSent, sendUploaded, uploadedSchema } from '#api/terms/file/sent-v2.ts';

export default defineMethod({
  name: 'imbot.v2.File.upload',
  summary: 'Sends a file as a bot.',
  page: 'api-reference/chat-bots/chat-bots-v2/imbot.v2/files/file-upload',
  scope: 'imbot',
  outsideBatchOnly: true,
  params: { ...actingBot, dialogId, ...sentFileFields },
  prepare: chatIdAsDialog,
  guards: [() => tokenShown()],
  load: { bot: ({ botId }) => namedBot(botId), place: ({ botId, dialogId }) => placeOfWritingBot(botId, dialogId) },
  errors: acting(
    chatRow.notFound,
    { ...fileRow.empty, message: 'File name or content is empty', missing: 'fields.content' },
    { ...fileRow.empty, message: 'File name or content is empty', missing: 'fields.name' },
    fileRow.notBase64,
    { code: 'FILE_FOLDER_ERROR', message: 'Failed to get chat folder', refused: 'chat_denied' },
    { code: 'FILE_UPLOAD_FAILED', message: 'File upload failed', ...fileRow.notKept },
    { code: 'FILE_SEND_FAILED', message: 'Failed to send message', refused: 'file_unreadable', unsaved: true },
    fileRow.tooLarge,
  ),
  result: uploadedSchema,
  example: {
    params: {
      botId: 456,
      botToken: 'my_bot_token',
      dialogId: 'chat5',
      fields: { name: 'report.pdf', content: 'SGVsbG8gV29ybGQh', message: 'Here is the report' },
    },
    result: exampleSent,
  },
  handle: async ({ work, caller, place: { author, chat }, params }) =>
    sendUploaded(work, caller, author, chat, childrenOf('fields', params)),
});
