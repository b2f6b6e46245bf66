import { z } from 'zod';
import { defineUserEvent } from '#api/kernel/definition/event.ts';
import { tellOfMessage } from '#api/terms/event/data-v2.ts';
import { messageShape } from '#api/terms/event/schema-v2.ts';

export default defineUserEvent({
  name: 'ONIMV2MESSAGEADD',
  page: 'api-reference/chat-bots/chat-bots-v2/im.v2/events/events.md#onimv2messageadd',
  on: 'messageAdded',
  payload: z.object(messageShape),
  data: (context) => tellOfMessage(context, context.person.id, context.event),
});
