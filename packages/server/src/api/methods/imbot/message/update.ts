import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { clientId } from '#api/terms/application/ids.ts';
import { ownBot } from '#api/terms/bot/access.ts';
import { botId } from '#api/terms/bot/ids.ts';
import { botRow } from '#api/terms/bot/rows.ts';
import { messageId } from '#api/terms/message/ids.ts';
import { contentChangeFields, contentFields, skipConnector, toChange } from '#api/terms/message/params.ts';
import { messageRow } from '#api/terms/message/rows.ts';
import { userOf } from '#domain/bot/access-bot.ts';
import { editMessage } from '#domain/message/edit-message.ts';

export default defineMethod({
  name: 'imbot.message.update',
  summary: 'Changes a message of a bot.',
  page: 'api-reference/chat-bots/outdated/messages/imbot-message-update',
  scope: 'imbot',
  params: {
    BOT_ID: botId,
    MESSAGE_ID: messageId,
    ...contentChangeFields,
    // Unlike im.message.update, this page has a default.
    URL_PREVIEW: contentFields.URL_PREVIEW,
    SKIP_CONNECTOR: skipConnector,
    CLIENT_ID: clientId,
  },
  load: { bot: ({ BOT_ID }) => ownBot(BOT_ID) },
  errors: [
    botRow.notFound,
    botRow.ofAnotherApp,
    messageRow.idError,
    messageRow.attachError,
    messageRow.attachOversize,
    messageRow.keyboardError,
    messageRow.keyboardOversize,
    messageRow.menuError,
    messageRow.menuOversize,
    messageRow.cantEdit,
  ],
  result: z.literal(true),
  example: {
    params: { BOT_ID: 39, MESSAGE_ID: 19880117, MESSAGE: 'Updated text', URL_PREVIEW: 'Y', CLIENT_ID: 'my-bots' },
    result: true,
  },
  handle: async ({ work, bot, params }) =>
    editMessage(work, await userOf(work, bot), params.MESSAGE_ID, toChange(params)),
});
