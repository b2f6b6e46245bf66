import { defineMethod } from '#api/kernel/definition/method.ts';
import { namedBot, tokenShown } from '#api/terms/bot/access.ts';
import { actingBot } from '#api/terms/bot/ids-v2.ts';
import { acting } from '#api/terms/bot/rows-v2.ts';
import { commandOfBot } from '#api/terms/command/access-v2.ts';
import { commandId } from '#api/terms/command/ids-v2.ts';
import { commandChangeFields, toCommandChange } from '#api/terms/command/params-v2.ts';
import { presentCommand } from '#api/terms/command/present-v2.ts';
import { commandRow } from '#api/terms/command/rows-v2.ts';
import { exampleCommand, oneCommandSchema } from '#api/terms/command/schema-v2.ts';
import { changeCommand } from '#domain/command/change-command.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imbot.v2.Command.update',
  summary: 'Changes a slash command of a bot.',
  page: 'api-reference/chat-bots/chat-bots-v2/imbot.v2/commands/command-update',
  scope: 'imbot',
  params: { ...actingBot, commandId, ...commandChangeFields },
  guards: [() => tokenShown()],
  load: {
    bot: ({ botId }) => namedBot(botId),
    view: ({ botId, commandId }) => commandOfBot(botId, commandId),
  },
  errors: acting(
    commandRow.notFound,
    { code: 'COMMAND_NAME_EMPTY', message: 'Command name is empty', missing: 'fields.command' },
    { ...commandRow.wrongName, invalid: 'fields.command', oversize: 'fields.command' },
    { code: 'COMMAND_ALREADY_EXISTS', message: 'Command already exists', refused: 'name_taken' },
  ),
  result: oneCommandSchema,
  example: {
    params: {
      botId: 456,
      botToken: 'my_bot_token',
      commandId: 42,
      fields: { title: { en: 'Updated help', de: 'Aktualisierte Hilfe' } },
    },
    result: { command: exampleCommand },
  },
  async handle({ work, view, params }) {
    const change = toCommandChange(view.command, params);
    const changed = await changeCommand(work, view, change);
    if (!changed.ok) return changed;
    return done({ command: presentCommand((await work.commands.findCommand(view.command.id)) ?? view.command) });
  },
});
