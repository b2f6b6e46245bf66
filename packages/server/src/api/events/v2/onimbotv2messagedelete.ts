import { z } from 'zod';
import { defineEvent } from '#api/kernel/definition/event.ts';
import { eventBotSchema, presentEventBot } from '#api/terms/event/bot-v2.ts';
import { tellOfDeletion } from '#api/terms/event/data-v2.ts';
import { deletionShape } from '#api/terms/event/schema-v2.ts';

export default defineEvent({
  name: 'ONIMBOTV2MESSAGEDELETE',
  page: 'api-reference/chat-bots/chat-bots-v2/imbot.v2/events/events.md#onimbotv2messagedelete',
  scope: 'imbot',
  generation: 'v2',
  on: 'messageDeleted',
  grants: 'access',
  payload: z.object({ bot: eventBotSchema, ...deletionShape }),
  async data(context) {
    const told = await tellOfDeletion(context, context.bot.id, context.event);
    return told && { bot: await presentEventBot(context), ...told };
  },
});
