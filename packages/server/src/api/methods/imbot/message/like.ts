import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { clientId } from '#api/terms/application/ids.ts';
import { changeRow } from '#api/terms/basic/rows.ts';
import { ownBot } from '#api/terms/bot/access.ts';
import { botId } from '#api/terms/bot/ids.ts';
import { botRow } from '#api/terms/bot/rows.ts';
import { messageId } from '#api/terms/message/ids.ts';
import { likeAction } from '#api/terms/message/params.ts';
import { messageRow } from '#api/terms/message/rows.ts';
import { userOf } from '#domain/bot/access-bot.ts';
import { likeMessage } from '#domain/message/like-message.ts';

export default defineMethod({
  name: 'imbot.message.like',
  summary: 'Likes a message as a bot, or takes that back.',
  page: 'api-reference/chat-bots/outdated/messages/imbot-message-like',
  scope: 'imbot',
  params: { BOT_ID: botId, MESSAGE_ID: messageId, ACTION: likeAction, CLIENT_ID: clientId },
  load: { bot: ({ BOT_ID }) => ownBot(BOT_ID) },
  errors: [
    botRow.notFound,
    botRow.ofAnotherApp,
    { ...messageRow.idError, refused: 'message_not_found' },
    changeRow.withoutChanges,
  ],
  result: z.literal(true),
  example: { params: { BOT_ID: 39, MESSAGE_ID: 19880117, ACTION: 'auto', CLIENT_ID: 'my-bots' }, result: true },
  handle: async ({ work, bot, params }) => likeMessage(work, await userOf(work, bot), params.MESSAGE_ID, params.ACTION),
});
