import { z } from 'zod';
import { defineUserEvent } from '#api/kernel/definition/event.ts';
import { tellOfJoining } from '#api/terms/event/data-v2.ts';
import { joinShape } from '#api/terms/event/schema-v2.ts';

export default defineUserEvent({
  name: 'ONIMV2JOINCHAT',
  page: 'api-reference/chat-bots/chat-bots-v2/im.v2/events/events.md#onimv2joinchat',
  on: 'memberJoined',
  payload: z.object(joinShape),
  data: (context) => tellOfJoining(context, context.person.id, context.event),
});
