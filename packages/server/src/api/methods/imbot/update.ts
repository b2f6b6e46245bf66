import { z } from 'zod';
import { changeBot } from '../../../domain/bot/change-bot.ts';
import {
  botChangeFields,
  changesNothing,
  spreadEventHandlerInFields,
  takesNameAway,
  toBotChange,
} from '../../bot-fields.ts';
import { field } from '../../fields.ts';
import { defineMethod } from '../../kernel/method.ts';
import { within } from '../../kernel/within.ts';
import { application, ownBot } from '../../loaders.ts';
import { row, wrongHandler } from '../../rows.ts';

export default defineMethod({
  name: 'imbot.update',
  summary: 'Changes a bot and the addresses at which its application hears of events.',
  page: 'api-reference/chat-bots/outdated/bots/imbot-update',
  scope: 'imbot',
  params: { BOT_ID: field.namedBotId, ...within('FIELDS', botChangeFields), CLIENT_ID: field.clientId },
  prepare: spreadEventHandlerInFields,
  load: { application, bot: ownBot },
  errors: [
    row.sessionRefused,
    row.noClientId,
    row.botNotFound,
    row.botOfAnotherApp,
    wrongHandler('FIELDS.EVENT_MESSAGE_ADD'),
    wrongHandler('FIELDS.EVENT_MESSAGE_UPDATE'),
    wrongHandler('FIELDS.EVENT_MESSAGE_DELETE'),
    wrongHandler('FIELDS.EVENT_WELCOME_MESSAGE'),
    wrongHandler('FIELDS.EVENT_BOT_DELETE'),
    { ...row.botNameless, when: takesNameAway, refused: 'nameless' },
    { ...row.updateEmpty, when: changesNothing },
    { ...row.botNotSaved, message: "Bot can't be updated", wrong: 'FIELDS.PROPERTIES.PERSONAL_PHOTO' },
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
