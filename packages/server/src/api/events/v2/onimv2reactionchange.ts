import { z } from 'zod';
import { defineUserEvent } from '#api/kernel/definition/event.ts';
import { tellOfReaction } from '#api/terms/event/data-v2.ts';
import { reactionShape } from '#api/terms/event/schema-v2.ts';

export default defineUserEvent({
  name: 'ONIMV2REACTIONCHANGE',
  page: 'api-reference/chat-bots/chat-bots-v2/im.v2/events/events.md#onimv2reactionchange',
  on: 'reactionChanged',
  payload: z.object(reactionShape),
  data: (context) => tellOfReaction(context, context.person.id, context.event),
});
