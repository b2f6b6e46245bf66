import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { speaksForApplication } from '#api/terms/application/access.ts';
import { clientId } from '#api/terms/application/ids.ts';
import { callerRow } from '#api/terms/application/rows.ts';
import { ownBot } from '#api/terms/bot/access.ts';
import { namedBotId } from '#api/terms/bot/ids.ts';
import { botRow } from '#api/terms/bot/rows.ts';
import { unregisterBot } from '#domain/bot/unregister-bot.ts';

export default defineMethod({
  name: 'imbot.unregister',
  summary: 'Deletes a bot with its commands and private chats.',
  page: 'api-reference/chat-bots/outdated/bots/imbot-unregister',
  scope: 'imbot',
  params: { BOT_ID: namedBotId, CLIENT_ID: clientId },
  guards: [speaksForApplication],
  load: { bot: ({ BOT_ID }) => ownBot(BOT_ID) },
  errors: [
    callerRow.sessionRefused,
    callerRow.noClientId,
    botRow.notFound,
    botRow.ofAnotherApp,
    { code: 'WRONG_REQUEST', message: "Bot can't be deleted", unsaved: true },
  ],
  result: z.literal(true),
  example: { params: { BOT_ID: 39, CLIENT_ID: 'my-bots' }, result: true },
  handle: ({ work, caller, bot }) => unregisterBot(work, bot, caller.user),
});
