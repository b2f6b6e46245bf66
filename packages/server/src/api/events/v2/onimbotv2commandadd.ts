import { z } from 'zod';
import { defineEvent } from '#api/kernel/definition/event.ts';
import { eventBotSchema, presentEventBot } from '#api/terms/event/bot-v2.ts';
import { tellOfMessage } from '#api/terms/event/data-v2.ts';
import { messageShape } from '#api/terms/event/schema-v2.ts';

export default defineEvent({
  name: 'ONIMBOTV2COMMANDADD',
  page: 'api-reference/chat-bots/chat-bots-v2/imbot.v2/events/events.md#onimbotv2commandadd',
  scope: 'imbot',
  generation: 'v2',
  on: 'commandInvoked',
  grants: 'access',
  payload: z.object({
    bot: eventBotSchema,
    command: z.object({
      id: z.number().int(),
      command: z.string().describe('With its slash'),
      params: z.string(),
      context: z.enum(['textarea', 'keyboard', 'menu']).describe('Typed, pressed, or chosen from a menu'),
    }),
    ...messageShape,
  }),
  async data(given) {
    const { event, work } = given;
    // There is nobody who could answer it any more.
    if (!(await work.commands.findCommand(event.commandId))) return undefined;
    const told = await tellOfMessage(given, given.bot.id, event);
    const { commandId: id, command, params, context } = event;
    return (
      told && { bot: await presentEventBot(given), command: { id, command: `/${command}`, params, context }, ...told }
    );
  },
});
