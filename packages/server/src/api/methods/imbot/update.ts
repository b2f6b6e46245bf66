import { z } from 'zod';
import { changeBot } from '../../../domain/bot/change-bot.ts';
import { isEmptyChange, profileFields, spreadEventHandlerInFields, toBotChange } from '../../bot-fields.ts';
import { field } from '../../fields.ts';
import { defineMethod } from '../../kernel/method.ts';
import { childrenOf, within } from '../../kernel/within.ts';
import { application, ownBot } from '../../loaders.ts';
import { botNotFound, botOfAnotherApp, noClientId, sessionRefused } from '../../rows.ts';

const message = 'Wrong handler URL';

export default defineMethod({
  name: 'imbot.update',
  summary: 'Changes a bot and the addresses at which its application hears of events.',
  page: 'api-reference/chat-bots/outdated/bots/imbot-update',
  scope: 'imbot',
  params: {
    BOT_ID: field.namedBotId,
    ...within('FIELDS', {
      CODE: field.text('New code of the bot, unique within the portal'),
      EVENT_HANDLER: field.text('One address for all events: it takes the place of each of the others'),
      EVENT_MESSAGE_ADD: field.handlerUrl('Address that hears of ONIMBOTMESSAGEADD'),
      EVENT_MESSAGE_UPDATE: field.handlerUrl('Address that hears of ONIMBOTMESSAGEUPDATE'),
      EVENT_MESSAGE_DELETE: field.handlerUrl('Address that hears of ONIMBOTMESSAGEDELETE'),
      EVENT_WELCOME_MESSAGE: field.handlerUrl('Address that hears of ONIMBOTJOINCHAT'),
      EVENT_BOT_DELETE: field.handlerUrl('Address that hears of ONIMBOTDELETE'),
      ...within('PROPERTIES', profileFields),
    }),
    CLIENT_ID: field.clientId,
  },
  prepare: spreadEventHandlerInFields,
  load: { application, bot: ownBot },
  errors: [
    sessionRefused,
    noClientId,
    botNotFound,
    botOfAnotherApp,
    { code: 'EVENT_MESSAGE_ADD_ERROR', message, invalid: 'FIELDS.EVENT_MESSAGE_ADD' },
    { code: 'EVENT_MESSAGE_UPDATE_ERROR', message, invalid: 'FIELDS.EVENT_MESSAGE_UPDATE' },
    { code: 'EVENT_MESSAGE_DELETE_ERROR', message, invalid: 'FIELDS.EVENT_MESSAGE_DELETE' },
    { code: 'EVENT_WELCOME_MESSAGE_ERROR', message, invalid: 'FIELDS.EVENT_WELCOME_MESSAGE' },
    { code: 'EVENT_BOT_DELETE_ERROR', message, invalid: 'FIELDS.EVENT_BOT_DELETE' },
    {
      code: 'NAME_ERROR',
      message: "Bot name isn't specified",
      when: (params) => params['FIELDS.PROPERTIES.NAME'] === '' && params['FIELDS.PROPERTIES.LAST_NAME'] === '',
      refused: 'nameless',
    },
    {
      code: 'WRONG_REQUEST',
      message: "Update fields can't be empty",
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
