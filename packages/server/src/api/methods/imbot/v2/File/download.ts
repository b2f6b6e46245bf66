import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { namedBot, tokenShown } from '#api/terms/bot/access.ts';
import { actingBot } from '#api/terms/bot/ids-v2.ts';
import { acting } from '#api/terms/bot/rows-v2.ts';
import { fileReadByBot } from '#api/terms/file/access-v2.ts';
import { fileUrl, linkTaker } from '#api/terms/file/links.ts';
import { fileId } from '#api/terms/file/params-v2.ts';
import { exampleLink, fileRow } from '#api/terms/file/rows-v2.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imbot.v2.File.download',
  summary: 'Gives a bot a link to a file of a chat that it is in.',
  page: 'api-reference/chat-bots/chat-bots-v2/imbot.v2/files/file-download',
  scope: 'imbot',
  reads: true,
  params: { ...actingBot, fileId },
  guards: [() => tokenShown()],
  load: { bot: ({ botId }) => namedBot(botId), file: ({ botId, fileId }) => fileReadByBot(botId, fileId) },
  errors: acting({ code: 'FILE_ACCESS_ERROR', message: 'File access error', refused: 'file_denied' }, fileRow.notFound),
  result: z.object({ downloadUrl: z.string().describe('Good for 15 minutes, without a header') }),
  example: { params: { botId: 456, botToken: 'my_bot_token', fileId: 138 }, result: exampleLink },
  handle: async ({ work, caller, bot, file }) =>
    done({ downloadUrl: fileUrl({ ...linkTaker(work, caller), userId: bot.id }, 'download', file.id) }),
});
