import { z } from 'zod';
import { applicationOf } from '#api/kernel/definition/api-caller.ts';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { callerRow } from '#api/terms/application/rows.ts';
import { connector, failedMessageIds, processId } from '#api/terms/event/params.ts';
import { batchRow } from '#api/terms/event/rows.ts';
import { administrator } from '#api/terms/person/access.ts';
import { markOfflineEvents } from '#domain/offline-event/conclude-offline-events.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'event.offline.error',
  summary: 'Remembers of events in hand that they could not be dealt with.',
  page: 'api-reference/events/event-offline-error',
  scope: 'basic',
  forApplications: true,
  params: { process_id: processId, message_id: failedMessageIds, auth_connector: connector },
  guards: [administrator],
  errors: [batchRow.noProcess, batchRow.messageIds, callerRow.adminsOnly],
  result: z.literal(true),
  example: {
    params: { process_id: 'yh3gu929sf0d32lsfysqas2y1hlpp09q', message_id: ['b0c7f7c2a3f1e4d5c6b7a8f9e0d1c2b3'] },
    result: true,
  },
  async handle({ work, caller, params }) {
    const queue = { applicationId: applicationOf(caller).id, connector: params.auth_connector };
    await markOfflineEvents(work, queue, params.process_id, params.message_id);
    return done(true);
  },
});
