import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { clientId } from '#api/terms/application/ids.ts';
import { field } from '#api/terms/basic/fields.ts';
import { ownBot } from '#api/terms/bot/access.ts';
import { botId } from '#api/terms/bot/ids.ts';
import { botRow } from '#api/terms/bot/rows.ts';
import { messageId } from '#api/terms/message/ids.ts';
import { messageRow } from '#api/terms/message/rows.ts';
import { userOf } from '#domain/bot/access-bot.ts';
import { deleteMessage } from '#domain/message/delete-message.ts';

export default defineMethod({
  name: 'imbot.message.delete',
  summary: 'Deletes a message of a bot, or of a group that the bot runs.',
  page: 'api-reference/chat-bots/outdated/messages/imbot-message-delete',
  scope: 'imbot',
  params: {
    BOT_ID: botId,
    MESSAGE_ID: messageId,
    COMPLETE: field.flag('Y: no mark is left in the history', false),
    CLIENT_ID: clientId,
  },
  load: { bot: ({ BOT_ID }) => ownBot(BOT_ID) },
  errors: [botRow.notFound, botRow.ofAnotherApp, messageRow.idError, messageRow.cantEdit],
  result: z.literal(true),
  example: { params: { BOT_ID: 39, MESSAGE_ID: 19880117, COMPLETE: 'N', CLIENT_ID: 'my-bots' }, result: true },
  handle: async ({ work, bot, params }) =>
    deleteMessage(work, await userOf(work, bot), params.MESSAGE_ID, { complete: params.COMPLETE }),
});
