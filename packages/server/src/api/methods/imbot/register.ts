import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { application } from '#api/terms/application/access.ts';
import { clientId } from '#api/terms/application/ids.ts';
import { callerRow } from '#api/terms/application/rows.ts';
import { noHandler, wrongHandler } from '#api/terms/basic/handler-rows.ts';
import { room } from '#api/terms/bot/access.ts';
import { isNameless, newBotFields, spreadEventHandler, toNewBot } from '#api/terms/bot/params.ts';
import { botRow } from '#api/terms/bot/rows.ts';
import { registerBot } from '#domain/bot/register-bot.ts';
import { mapDone } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imbot.register',
  summary: 'Registers a bot and binds the addresses at which its application hears of events.',
  page: 'api-reference/chat-bots/outdated/bots/imbot-register',
  scope: 'imbot',
  params: { ...newBotFields, CLIENT_ID: clientId },
  prepare: spreadEventHandler,
  guards: [({ CODE }) => room('v1', CODE)],
  load: { application },
  errors: [
    { ...callerRow.sessionRefused, message: 'Access for this method not allowed by session authorization' },
    callerRow.noClientId,
    noHandler('EVENT_MESSAGE_ADD', 'Message add'),
    wrongHandler('EVENT_MESSAGE_ADD'),
    wrongHandler('EVENT_MESSAGE_UPDATE'),
    wrongHandler('EVENT_MESSAGE_DELETE'),
    noHandler('EVENT_WELCOME_MESSAGE', 'Welcome message'),
    wrongHandler('EVENT_WELCOME_MESSAGE'),
    noHandler('EVENT_BOT_DELETE', 'Bot delete'),
    wrongHandler('EVENT_BOT_DELETE'),
    { code: 'CODE_ERROR', message: "Bot code isn't specified", wrong: 'CODE' },
    { ...botRow.nameless, when: isNameless },
    {
      code: 'MAX_COUNT_ERROR',
      message: ({ max }) => `Has reached the maximum number of bots for application (max: ${max})`,
      refused: 'too_many_bots',
    },
    { ...botRow.notSaved, message: "Bot can't be created", wrong: 'PROPERTIES.PERSONAL_PHOTO' },
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
  async handle({ work, caller, application, params }) {
    const registered = await registerBot(work, application, toNewBot(params, caller.user.id));
    return mapDone(registered, (bot) => bot.id);
  },
});
