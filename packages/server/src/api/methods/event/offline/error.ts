import { z } from 'zod';
import { applicationOf } from '#api/kernel/definition/api-caller.ts';
import { idOf } from '#api/kernel/definition/field.ts';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { callerRow } from '#api/terms/application/rows.ts';
import { field } from '#api/terms/basic/fields.ts';
import { administrator } from '#api/terms/person/access.ts';
import { markOfflineEvents } from '#domain/offline-event/conclude-offline-events.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'event.offline.error',
  summary: 'Remembers of events in hand that they could not be dealt with.',
  page: 'api-reference/events/event-offline-error',
  scope: 'basic',
  forApplications: true,
  params: {
    process_id: idOf('process', field.requiredText('The name by which they were taken in hand')),
    message_id: field.requiredIdList('record', 'Their MESSAGE_ID; an empty list is none'),
    auth_connector: field.optionalText('Key of the queue that they were taken from; without it, any'),
  },
  guards: [administrator],
  errors: [
    callerRow.adminsOnly,
    { code: 'ERROR_ARGUMENT', message: "Argument 'MESSAGE_ID' is null or empty", wrong: 'message_id' },
  ],
  result: z.literal(true),
  example: { params: { process_id: 'yh3gu929sf0d32lsfysqas2y1hlpp09q', message_id: [2] }, result: true },
  async handle({ work, caller, params: { process_id: processId, message_id: ids, auth_connector: connector } }) {
    await markOfflineEvents(work, applicationOf(caller), { processId, ids, connector });
    return done(true);
  },
});
