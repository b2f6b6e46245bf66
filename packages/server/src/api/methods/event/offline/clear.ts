import { z } from 'zod';
import { applicationOf } from '#api/kernel/definition/api-caller.ts';
import { idOf } from '#api/kernel/definition/field.ts';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { callerRow } from '#api/terms/application/rows.ts';
import { field } from '#api/terms/basic/fields.ts';
import { administrator } from '#api/terms/person/access.ts';
import { clearOfflineEvents } from '#domain/offline-event/conclude-offline-events.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'event.offline.clear',
  summary: 'Takes events out of the queue that were in hand.',
  page: 'api-reference/events/event-offline-clear',
  scope: 'basic',
  forApplications: true,
  params: {
    process_id: idOf('process', field.requiredText('The name by which they were taken in hand')),
    id: field.idList('record', 'Ids of the records; without it, all of them'),
    message_id: field.idList('record', 'The same by their MESSAGE_ID; beside it, id has no effect'),
    auth_connector: field.optionalText('Key of the queue that they were taken from; without it, any'),
  },
  guards: [administrator],
  errors: [callerRow.adminsOnly],
  result: z.literal(true),
  example: { params: { process_id: 'yh3gu929sf0d32lsfysqas2y1hlpp09q', id: [2] }, result: true },
  async handle({
    work,
    caller,
    params: { process_id: processId, id, message_id: messageIds, auth_connector: connector },
  }) {
    await clearOfflineEvents(work, applicationOf(caller), { processId, ids: messageIds ?? id, connector });
    return done(true);
  },
});
