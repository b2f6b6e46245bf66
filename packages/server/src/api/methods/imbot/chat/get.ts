import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { noGuestSession } from '#api/terms/application/access.ts';
import { callerRow } from '#api/terms/application/rows.ts';
import { entityFields } from '#api/terms/chat/params.ts';
import { chatRow } from '#api/terms/chat/rows.ts';
import { findEntityChat } from '#domain/chat/find-entity-chat.ts';
import { mapDone } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imbot.chat.get',
  summary: 'Finds the chat that belongs to an outside object.',
  page: 'api-reference/chat-bots/outdated/chats/imbot-chat-get',
  scope: 'imbot',
  reads: true,
  params: entityFields,
  guards: [noGuestSession],
  errors: [callerRow.guestRefused, chatRow.denied],
  result: z.object({ ID: z.number().int() }).nullable().describe('null: there is none, or a parameter is missing'),
  example: { params: { ENTITY_TYPE: 'CHAT', ENTITY_ID: '13' }, result: { ID: 2725 } },
  async handle({ work, caller, params }) {
    const found = await findEntityChat(work, caller.user, params.ENTITY_TYPE, params.ENTITY_ID);
    return mapDone(found, (chat) => (chat ? { ID: chat.id } : null));
  },
});
