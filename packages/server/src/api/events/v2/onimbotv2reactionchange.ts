import { z } from 'zod';
import { defineEvent } from '#api/kernel/definition/event.ts';
import { eventBotSchema, presentEventBot } from '#api/terms/event/bot-v2.ts';
import { tellOfReaction } from '#api/terms/event/data-v2.ts';
import { reactionShape } from '#api/terms/event/schema-v2.ts';

export default defineEvent({
  name: 'ONIMBOTV2REACTIONCHANGE',
  page: 'api-reference/chat-bots/chat-bots-v2/imbot.v2/events/events.md#onimbotv2reactionchange',
  scope: 'imbot',
  generation: 'v2',
  on: 'reactionChanged',
  grants: 'access',
  payload: z.object({ bot: eventBotSchema, ...reactionShape }),
  async data(context) {
    const told = await tellOfReaction(context, context.bot.id, context.event);
    return told && { bot: await presentEventBot(context), ...told };
  },
});
