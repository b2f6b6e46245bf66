import { z } from 'zod';
import { registerBot } from '../../../domain/bot/register-bot.ts';
import { mapDone } from '../../../kit/outcome.ts';
import {
  EMPTY_PROFILE,
  newHandlerFields,
  profileFields,
  spreadEventHandler,
  toHandlers,
  toProfile,
} from '../../bot-fields.ts';
import { field } from '../../fields.ts';
import { defineMethod } from '../../kernel/method.ts';
import { childrenOf, within } from '../../kernel/within.ts';
import { application } from '../../loaders.ts';
import { noHandlerFor, row, WRONG_HANDLER } from '../../rows.ts';

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
    ...newHandlerFields,
    ...within('PROPERTIES', profileFields),
    CLIENT_ID: field.clientId,
  },
  prepare: spreadEventHandler,
  load: { application },
  errors: [
    { ...row.sessionRefused, message: 'Access for this method not allowed by session authorization' },
    row.noClientId,
    { code: 'EVENT_MESSAGE_ADD_ERROR', message: noHandlerFor('Message add'), missing: 'EVENT_MESSAGE_ADD' },
    { code: 'EVENT_MESSAGE_ADD_ERROR', message: WRONG_HANDLER, invalid: 'EVENT_MESSAGE_ADD' },
    { code: 'EVENT_MESSAGE_UPDATE_ERROR', message: WRONG_HANDLER, invalid: 'EVENT_MESSAGE_UPDATE' },
    { code: 'EVENT_MESSAGE_DELETE_ERROR', message: WRONG_HANDLER, invalid: 'EVENT_MESSAGE_DELETE' },
    { code: 'EVENT_WELCOME_MESSAGE_ERROR', message: noHandlerFor('Welcome message'), missing: 'EVENT_WELCOME_MESSAGE' },
    { code: 'EVENT_WELCOME_MESSAGE_ERROR', message: WRONG_HANDLER, invalid: 'EVENT_WELCOME_MESSAGE' },
    { code: 'EVENT_BOT_DELETE_ERROR', message: noHandlerFor('Bot delete'), missing: 'EVENT_BOT_DELETE' },
    { code: 'EVENT_BOT_DELETE_ERROR', message: WRONG_HANDLER, invalid: 'EVENT_BOT_DELETE' },
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
