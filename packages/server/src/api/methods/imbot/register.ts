import { z } from 'zod';
import { registerBot } from '../../../domain/bot/register-bot.ts';
import { mapDone } from '../../../kit/outcome.ts';
import { isNameless, newBotFields, spreadEventHandler, toNewBot } from '../../bot-fields.ts';
import { field } from '../../fields.ts';
import { defineMethod } from '../../kernel/method.ts';
import { application, room } from '../../loaders.ts';
import { noHandler, row, wrongHandler } from '../../rows.ts';

export default defineMethod({
  name: 'imbot.register',
  summary: 'Registers a bot and binds the addresses at which its application hears of events.',
  page: 'api-reference/chat-bots/outdated/bots/imbot-register',
  scope: 'imbot',
  params: { ...newBotFields, CLIENT_ID: field.clientId },
  prepare: spreadEventHandler,
  load: { application, room },
  errors: [
    { ...row.sessionRefused, message: 'Access for this method not allowed by session authorization' },
    row.noClientId,
    noHandler('EVENT_MESSAGE_ADD', 'Message add'),
    wrongHandler('EVENT_MESSAGE_ADD'),
    wrongHandler('EVENT_MESSAGE_UPDATE'),
    wrongHandler('EVENT_MESSAGE_DELETE'),
    noHandler('EVENT_WELCOME_MESSAGE', 'Welcome message'),
    wrongHandler('EVENT_WELCOME_MESSAGE'),
    noHandler('EVENT_BOT_DELETE', 'Bot delete'),
    wrongHandler('EVENT_BOT_DELETE'),
    { code: 'CODE_ERROR', message: "Bot code isn't specified", wrong: 'CODE' },
    { ...row.botNameless, when: isNameless },
    {
      code: 'MAX_COUNT_ERROR',
      message: ({ max }) => `Has reached the maximum number of bots for application (max: ${max})`,
      refused: 'too_many_bots',
    },
    { ...row.botNotSaved, message: "Bot can't be created", wrong: 'PROPERTIES.PERSONAL_PHOTO' },
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
    const registered = await registerBot(work, application, toNewBot(params));
    return mapDone(registered, (bot) => bot.id);
  },
});
