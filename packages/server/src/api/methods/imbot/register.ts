import { z } from 'zod';
import { registerBot } from '../../../domain/bot/register-bot.ts';
import { mapDone } from '../../../kit/outcome.ts';
import { EMPTY_PROFILE, profileFields, spreadEventHandler, toHandlers, toProfile } from '../../bot-fields.ts';
import { field } from '../../fields.ts';
import { defineMethod } from '../../kernel/method.ts';
import { childrenOf, within } from '../../kernel/within.ts';
import { application } from '../../loaders.ts';
import { noClientId, sessionRefused } from '../../rows.ts';

const message = 'Wrong handler URL';

export default defineMethod({
  name: 'imbot.register',
  summary: 'Registers a bot and binds the addresses at which its application hears of events.',
  page: 'api-reference/chat-bots/outdated/bots/imbot-register',
  scope: 'imbot',
  params: {
    CODE: field.requiredText('Code of the bot, unique within the portal'),
    TYPE: field.choice(
      'B hears what is addressed to it, H types first, S hears everything, O serves open channels',
      ['B', 'O', 'H', 'S'],
      'B',
    ),
    OPENLINE: field.flag('Y: works in open channels; always so for TYPE=O', false),
    EVENT_HANDLER: field.text('One address for all events: it takes the place of each of the others'),
    EVENT_MESSAGE_ADD: field.requiredHandlerUrl('Address that hears of ONIMBOTMESSAGEADD'),
    EVENT_MESSAGE_UPDATE: field.handlerUrl('Address that hears of ONIMBOTMESSAGEUPDATE'),
    EVENT_MESSAGE_DELETE: field.handlerUrl('Address that hears of ONIMBOTMESSAGEDELETE'),
    EVENT_WELCOME_MESSAGE: field.requiredHandlerUrl('Address that hears of ONIMBOTJOINCHAT'),
    EVENT_BOT_DELETE: field.requiredHandlerUrl('Address that hears of ONIMBOTDELETE'),
    ...within('PROPERTIES', profileFields),
    CLIENT_ID: field.clientId,
  },
  prepare: spreadEventHandler,
  load: { application },
  errors: [
    { ...sessionRefused, message: 'Access for this method not allowed by session authorization' },
    noClientId,
    {
      code: 'EVENT_MESSAGE_ADD_ERROR',
      message: 'Handler for "Message add" event isn\'t specified',
      missing: 'EVENT_MESSAGE_ADD',
    },
    { code: 'EVENT_MESSAGE_ADD_ERROR', message, invalid: 'EVENT_MESSAGE_ADD' },
    { code: 'EVENT_MESSAGE_UPDATE_ERROR', message, invalid: 'EVENT_MESSAGE_UPDATE' },
    { code: 'EVENT_MESSAGE_DELETE_ERROR', message, invalid: 'EVENT_MESSAGE_DELETE' },
    {
      code: 'EVENT_WELCOME_MESSAGE_ERROR',
      message: 'Handler for "Welcome message" event isn\'t specified',
      missing: 'EVENT_WELCOME_MESSAGE',
    },
    { code: 'EVENT_WELCOME_MESSAGE_ERROR', message, invalid: 'EVENT_WELCOME_MESSAGE' },
    {
      code: 'EVENT_BOT_DELETE_ERROR',
      message: 'Handler for "Bot delete" event isn\'t specified',
      missing: 'EVENT_BOT_DELETE',
    },
    { code: 'EVENT_BOT_DELETE_ERROR', message, invalid: 'EVENT_BOT_DELETE' },
    { code: 'CODE_ERROR', message: "Bot code isn't specified", wrong: 'CODE' },
    {
      code: 'NAME_ERROR',
      message: "Bot name isn't specified",
      when: (params) => !params['PROPERTIES.NAME'] && !params['PROPERTIES.LAST_NAME'],
    },
    {
      code: 'MAX_COUNT_ERROR',
      message: ({ max }) => `Has reached the maximum number of bots for application (max: ${max})`,
      refused: 'too_many_bots',
    },
    {
      code: 'WRONG_REQUEST',
      message: "Bot can't be created",
      wrong: 'PROPERTIES.PERSONAL_PHOTO',
      refused: ['code_taken', 'email_taken'],
      unsaved: true,
    },
  ],
  result: z.number().int().describe('Id of the bot'),
  example: {
    params: {
      CODE: 'newbot',
      TYPE: 'B',
      EVENT_HANDLER: 'https://example.com/bot/events',
      OPENLINE: 'N',
      PROPERTIES: { NAME: 'NewBot', WORK_POSITION: 'Support bot' },
      CLIENT_ID: 'my-bots',
    },
    result: 39,
  },
  async handle({ work, application, params }) {
    const registered = await registerBot(work, application, {
      generation: 'v1',
      code: params.CODE,
      type: params.TYPE,
      isOpenline: params.OPENLINE || params.TYPE === 'O',
      handlers: toHandlers(params),
      profile: { ...EMPTY_PROFILE, ...toProfile(childrenOf('PROPERTIES', params)) },
    });
    return mapDone(registered, (bot) => bot.id);
  },
});
