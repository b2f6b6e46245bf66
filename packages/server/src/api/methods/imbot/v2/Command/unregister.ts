import { defineMethod } from '#api/kernel/definition/method.ts';
import { DONE, doneSchema } from '#api/terms/basic/done-v2.ts';
import { namedBot, tokenShown } from '#api/terms/bot/access.ts';
import { actingBot } from '#api/terms/bot/ids-v2.ts';
import { acting } from '#api/terms/bot/rows-v2.ts';
import { commandOfBot } from '#api/terms/command/access-v2.ts';
import { commandId } from '#api/terms/command/ids-v2.ts';
import { commandRow } from '#api/terms/command/rows-v2.ts';
import { unregisterCommand } from '#domain/command/unregister-command.ts';
import { mapDone } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imbot.v2.Command.unregister',
  summary: 'Removes a slash command of a bot.',
  page: 'api-reference/chat-bots/chat-bots-v2/imbot.v2/commands/command-unregister',
  scope: 'imbot',
  params: { ...actingBot, commandId },
  guards: [() => tokenShown()],
  load: {
    bot: ({ botId }) => namedBot(botId),
    view: ({ botId, commandId }) => commandOfBot(botId, commandId),
  },
  errors: acting(commandRow.notFound),
  result: doneSchema,
  example: { params: { botId: 456, botToken: 'my_bot_token', commandId: 42 }, result: DONE },
  handle: async ({ work, view }) => mapDone(await unregisterCommand(work, view.command), () => DONE),
});
