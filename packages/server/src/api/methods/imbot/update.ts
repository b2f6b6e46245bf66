import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { within } from '#api/kernel/definition/within.ts';
import { speaksForApplication } from '#api/terms/application/access.ts';
import { clientId } from '#api/terms/application/ids.ts';
import { callerRow } from '#api/terms/application/rows.ts';
import { wrongHandler } from '#api/terms/basic/handler-rows.ts';
import { changeRow } from '#api/terms/basic/rows.ts';
import { ownBot } from '#api/terms/bot/access.ts';
import { namedBotId } from '#api/terms/bot/ids.ts';
import {
  botChangeFields,
  changesNothing,
  spreadEventHandlerInFields,
  takesNameAway,
  toBotChange,
} from '#api/terms/bot/params.ts';
import { botRow } from '#api/terms/bot/rows.ts';
import { changeBot } from '#domain/bot/change-bot.ts';

export default defineMethod({
  name: 'imbot.update',
  summary: 'Changes a bot and the addresses at which its application hears of events.',
  page: 'api-reference/chat-bots/outdated/bots/imbot-update',
  scope: 'imbot',
  params: { BOT_ID: namedBotId, ...within('FIELDS', botChangeFields), CLIENT_ID: clientId },
  prepare: spreadEventHandlerInFields,
  guards: [speaksForApplication],
  load: { bot: ({ BOT_ID }) => ownBot(BOT_ID) },
  errors: [
    callerRow.sessionRefused,
    callerRow.noClientId,
    botRow.notFound,
    botRow.ofAnotherApp,
    wrongHandler('FIELDS.EVENT_MESSAGE_ADD'),
    wrongHandler('FIELDS.EVENT_MESSAGE_UPDATE'),
    wrongHandler('FIELDS.EVENT_MESSAGE_DELETE'),
    wrongHandler('FIELDS.EVENT_WELCOME_MESSAGE'),
    wrongHandler('FIELDS.EVENT_BOT_DELETE'),
    { ...botRow.nameless, when: takesNameAway, refused: 'nameless' },
    { ...changeRow.updateEmpty, when: changesNothing },
    { ...botRow.notSaved, message: "Bot can't be updated", wrong: 'FIELDS.PROPERTIES.PERSONAL_PHOTO' },
  ],
  result: z.literal(true),
  example: {
    params: {
      BOT_ID: 39,
      FIELDS: {
        CODE: 'newbot_v2',
        EVENT_HANDLER: 'https://example.com/bot/events',
        PROPERTIES: { NAME: 'UpdatedBot', WORK_POSITION: 'Updated description' },
      },
      CLIENT_ID: 'my-bots',
    },
    result: true,
  },
  handle: ({ work, bot, params }) => changeBot(work, bot, toBotChange(params)),
});
