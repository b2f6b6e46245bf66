import { z } from 'zod';
import { defineEvent } from '#api/kernel/definition/event.ts';
import { eventBotSchema, presentEventBot } from '#api/terms/event/bot-v2.ts';
import { tellOfJoining } from '#api/terms/event/data-v2.ts';
import { joinShape } from '#api/terms/event/schema-v2.ts';

export default defineEvent({
  name: 'ONIMBOTV2JOINCHAT',
  page: 'api-reference/chat-bots/chat-bots-v2/imbot.v2/events/events.md#onimbotv2joinchat',
  scope: 'imbot',
  generation: 'v2',
  on: 'botJoinedChat',
  grants: 'access',
  payload: z.object({ bot: eventBotSchema, ...joinShape }),
  async data(context) {
    const told = await tellOfJoining(context, context.bot.id, context.event);
    return told && { bot: await presentEventBot(context), ...told };
  },
});
