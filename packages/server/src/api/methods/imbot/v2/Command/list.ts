import { defineMethod } from '#api/kernel/definition/method.ts';
import { namedBot, tokenShown } from '#api/terms/bot/access.ts';
import { actingBot } from '#api/terms/bot/ids-v2.ts';
import { acting } from '#api/terms/bot/rows-v2.ts';
import { presentCommands } from '#api/terms/command/present-v2.ts';
import { commandListSchema, exampleCommand } from '#api/terms/command/schema-v2.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imbot.v2.Command.list',
  summary: 'Lists the commands of a bot, and those of the portal itself.',
  page: 'api-reference/chat-bots/chat-bots-v2/imbot.v2/commands/command-list',
  scope: 'imbot',
  reads: true,
  params: actingBot,
  guards: [() => tokenShown()],
  load: { bot: ({ botId }) => namedBot(botId) },
  errors: acting(),
  result: commandListSchema,
  example: {
    params: { botId: 456, botToken: 'my_bot_token' },
    result: {
      commands: [{ ...exampleCommand, title: 'Show Help', params: 'request text', category: 'My Bot', context: '' }],
    },
  },
  handle: async ({ work, bot }) => done(await presentCommands(work, bot)),
});
