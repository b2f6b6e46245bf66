import { z } from 'zod';
import { defineEvent } from '#api/kernel/definition/event.ts';
import { eventBotSchema, presentEventBot } from '#api/terms/event/bot-v2.ts';
import { tellOfMessage } from '#api/terms/event/data-v2.ts';
import { messageShape } from '#api/terms/event/schema-v2.ts';

export default defineEvent({
  name: 'ONIMBOTV2MESSAGEADD',
  page: 'api-reference/chat-bots/chat-bots-v2/imbot.v2/events/events.md#onimbotv2messageadd',
  scope: 'imbot',
  generation: 'v2',
  on: 'messageAdded',
  grants: 'access',
  payload: z.object({ bot: eventBotSchema, ...messageShape }),
  async data(context) {
    const told = await tellOfMessage(context, context.bot.id, context.event);
    return told && { bot: await presentEventBot(context), ...told };
  },
});
