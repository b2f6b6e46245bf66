import { z } from 'zod';
import { defineUserEvent } from '#api/kernel/definition/event.ts';
import { tellOfDeletion } from '#api/terms/event/data-v2.ts';
import { deletionShape } from '#api/terms/event/schema-v2.ts';

export default defineUserEvent({
  name: 'ONIMV2MESSAGEDELETE',
  page: 'api-reference/chat-bots/chat-bots-v2/im.v2/events/events.md#onimv2messagedelete',
  on: 'messageDeleted',
  payload: z.object(deletionShape),
  data: (context) => tellOfDeletion(context, context.person.id, context.event),
});
