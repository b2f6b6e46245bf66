import { defineMethod } from '#api/kernel/definition/method.ts';
import { namedBot, tokenShown } from '#api/terms/bot/access.ts';
import { actingBot } from '#api/terms/bot/ids-v2.ts';
import { acting } from '#api/terms/bot/rows-v2.ts';
import { flatAsFields, lacksTitle, newCommandFields, toNewCommand } from '#api/terms/command/params-v2.ts';
import { presentCommand } from '#api/terms/command/present-v2.ts';
import { commandRow } from '#api/terms/command/rows-v2.ts';
import { exampleCommand, oneCommandSchema } from '#api/terms/command/schema-v2.ts';
import { registerCommandOf } from '#domain/command/register-command.ts';
import { mapDone } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imbot.v2.Command.register',
  summary: 'Registers a slash command of a bot, or answers with the one of that name.',
  page: 'api-reference/chat-bots/chat-bots-v2/imbot.v2/commands/command-register',
  scope: 'imbot',
  params: { ...actingBot, ...newCommandFields },
  prepare: flatAsFields,
  guards: [() => tokenShown()],
  load: { bot: ({ botId }) => namedBot(botId) },
  errors: acting(
    { ...commandRow.wrongName, invalid: 'fields.command', oversize: 'fields.command' },
    { code: 'COMMAND_REQUIRED', message: 'Command is required', missing: 'fields.command' },
    {
      code: 'COMMAND_TITLE_REQUIRED',
      message: 'Command title is required',
      wrong: 'fields.title',
      when: lacksTitle,
    },
    { code: 'COMMAND_REGISTER_FAILED', message: 'Command registration failed', unsaved: true },
  ),
  result: oneCommandSchema,
  example: {
    params: {
      botId: 456,
      botToken: 'my_bot_token',
      fields: {
        command: 'help',
        title: { en: 'Show help', de: 'Hilfe anzeigen' },
        params: { en: 'query', de: 'Anfrage' },
      },
    },
    result: { command: exampleCommand },
  },
  handle: async ({ work, bot, params }) =>
    mapDone(await registerCommandOf(work, bot, toNewCommand(params)), (command) => ({
      command: presentCommand(command),
    })),
});
