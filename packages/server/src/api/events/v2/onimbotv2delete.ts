import { z } from 'zod';
import { defineEvent } from '#api/kernel/definition/event.ts';
import { eventBotSchema, presentEventBot } from '#api/terms/event/bot-v2.ts';

export default defineEvent({
  name: 'ONIMBOTV2DELETE',
  page: 'api-reference/chat-bots/chat-bots-v2/imbot.v2/events/events.md#onimbotv2delete',
  scope: 'imbot',
  generation: 'v2',
  on: 'botDeleted',
  grants: 'access',
  payload: z.object({ bot: eventBotSchema }),
  data: async (context) => ({ bot: await presentEventBot(context) }),
});
