import { z } from 'zod';
import { changeBot } from '../../../domain/bot/change-bot.ts';
import {
  handlerFields,
  isEmptyChange,
  profileFields,
  spreadEventHandlerInFields,
  toBotChange,
} from '../../bot-fields.ts';
import { field } from '../../fields.ts';
import { defineMethod } from '../../kernel/method.ts';
import { childrenOf, within } from '../../kernel/within.ts';
import { application, ownBot } from '../../loaders.ts';
import { row, UPDATE_EMPTY, WRONG_HANDLER } from '../../rows.ts';

export default defineMethod({
  name: 'imbot.update',
  summary: 'Changes a bot and the addresses at which its application hears of events.',
  page: 'api-reference/chat-bots/outdated/bots/imbot-update',
  scope: 'imbot',
  params: {
    BOT_ID: field.namedBotId,
    ...within('FIELDS', {
      CODE: field.text('New code of the bot, unique within the portal'),
      ...handlerFields,
      ...within('PROPERTIES', profileFields),
    }),
    CLIENT_ID: field.clientId,
  },
  prepare: spreadEventHandlerInFields,
  load: { application, bot: ownBot },
  errors: [
    row.sessionRefused,
    row.noClientId,
    row.botNotFound,
    row.botOfAnotherApp,
    { code: 'EVENT_MESSAGE_ADD_ERROR', message: WRONG_HANDLER, invalid: 'FIELDS.EVENT_MESSAGE_ADD' },
    { code: 'EVENT_MESSAGE_UPDATE_ERROR', message: WRONG_HANDLER, invalid: 'FIELDS.EVENT_MESSAGE_UPDATE' },
    { code: 'EVENT_MESSAGE_DELETE_ERROR', message: WRONG_HANDLER, invalid: 'FIELDS.EVENT_MESSAGE_DELETE' },
    { code: 'EVENT_WELCOME_MESSAGE_ERROR', message: WRONG_HANDLER, invalid: 'FIELDS.EVENT_WELCOME_MESSAGE' },
    { code: 'EVENT_BOT_DELETE_ERROR', message: WRONG_HANDLER, invalid: 'FIELDS.EVENT_BOT_DELETE' },
    {
      code: 'NAME_ERROR',
      message: "Bot name isn't specified",
      when: (params) => params['FIELDS.PROPERTIES.NAME'] === '' && params['FIELDS.PROPERTIES.LAST_NAME'] === '',
      refused: 'nameless',
    },
    {
      code: 'WRONG_REQUEST',
      message: UPDATE_EMPTY,
      when: (params, faulty) => faulty.size === 0 && isEmptyChange(toBotChange(childrenOf('FIELDS', params))),
    },
    {
      code: 'WRONG_REQUEST',
      message: "Bot can't be updated",
      wrong: 'FIELDS.PROPERTIES.PERSONAL_PHOTO',
      refused: ['code_taken', 'email_taken'],
      unsaved: true,
    },
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
  handle: ({ work, bot, params }) => changeBot(work, bot, toBotChange(childrenOf('FIELDS', params))),
});
