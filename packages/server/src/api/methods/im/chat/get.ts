import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { entityFields } from '#api/terms/chat/params.ts';
import { findEntityChat } from '#domain/chat/find-entity-chat.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'im.chat.get',
  summary: 'Finds the chat that belongs to an outside object.',
  page: 'api-reference/chats/im-chat-get',
  scope: 'im',
  reads: true,
  params: entityFields,
  errors: [],
  result: z.object({ ID: z.number().int() }).nullable().describe('null: there is none, or a parameter is missing'),
  example: { params: { ENTITY_TYPE: 'CRM', ENTITY_ID: 'DEAL|1663' }, result: { ID: 1437 } },
  async handle({ work, caller, params }) {
    const found = await findEntityChat(work, caller.user, params.ENTITY_TYPE, params.ENTITY_ID);
    // The page knows no error: a chat that is not theirs is none to the caller.
    return done(found.ok && found.value ? { ID: found.value.id } : null);
  },
});
