import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { clientId } from '#api/terms/application/ids.ts';
import { noHandler, wrongHandler } from '#api/terms/basic/handler-rows.ts';
import { ownBot } from '#api/terms/bot/access.ts';
import { botId } from '#api/terms/bot/ids.ts';
import { botRow } from '#api/terms/bot/rows.ts';
import { newCommandFields } from '#api/terms/command/params.ts';
import { registerCommand } from '#domain/command/register-command.ts';
import { mapDone } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imbot.command.register',
  summary: 'Registers a slash command of a bot.',
  page: 'api-reference/chat-bots/outdated/commands/imbot-command-register',
  scope: 'imbot',
  params: {
    BOT_ID: botId,
    ...newCommandFields,
    CLIENT_ID: clientId,
  },
  load: { bot: ({ BOT_ID }) => ownBot(BOT_ID) },
  errors: [
    noHandler('EVENT_COMMAND_ADD', 'Command add'),
    wrongHandler('EVENT_COMMAND_ADD'),
    { code: 'COMMAND_ERROR', message: "Command isn't specified", wrong: 'COMMAND' },
    botRow.notFound,
    botRow.ofAnotherApp,
    { code: 'LANG_ERROR', message: "Lang set can't be empty", wrong: 'LANG' },
    { code: 'WRONG_REQUEST', message: "Command can't be created", unsaved: true },
  ],
  result: z.number().int().describe('Id of the command'),
  example: {
    params: {
      BOT_ID: 1291,
      COMMAND: 'echo',
      EVENT_COMMAND_ADD: 'https://example.com/bot/command.php',
      LANG: [{ LANGUAGE_ID: 'en', TITLE: 'Echo', PARAMS: 'text' }],
      COMMON: 'Y',
      CLIENT_ID: 'my-bots',
    },
    result: 99,
  },
  async handle({ work, bot, params }) {
    const registered = await registerCommand(work, bot, {
      name: params.COMMAND,
      handlerUrl: params.EVENT_COMMAND_ADD,
      titles: params.LANG,
      isCommon: params.COMMON,
      isHidden: params.HIDDEN,
      isExtranet: params.EXTRANET_SUPPORT,
    });
    return mapDone(registered, (command) => command.id);
  },
});
