import { z } from 'zod';
import { applicationOf } from '#api/kernel/definition/api-caller.ts';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { UNFINISHED } from '#api/kernel/definition/unfinished.ts';
import { callerRow } from '#api/terms/application/rows.ts';
import { connector, messageIds, processId, recordIds } from '#api/terms/event/params.ts';
import { batchRow } from '#api/terms/event/rows.ts';
import { administrator } from '#api/terms/person/access.ts';
import { clearOfflineEvents } from '#domain/offline-event/conclude-offline-events.ts';
import { done } from '#kit/outcome.ts';

/** A queue may be long: 100,000 events wait in it at most. */
const AT_ONCE = 500;

export default defineMethod({
  name: 'event.offline.clear',
  summary: 'Takes events out of the queue that were in hand.',
  page: 'api-reference/events/event-offline-clear',
  scope: 'basic',
  forApplications: true,
  params: { process_id: processId, id: recordIds, message_id: messageIds, auth_connector: connector },
  guards: [administrator],
  errors: [batchRow.noProcess, batchRow.ids, batchRow.messageIds, callerRow.adminsOnly],
  result: z.literal(true),
  example: { params: { process_id: 'yh3gu929sf0d32lsfysqas2y1hlpp09q', id: [2] }, result: true },
  async handle({ work, caller, params }) {
    const queue = { applicationId: applicationOf(caller).id, connector: params.auth_connector };
    const part = { processId: params.process_id, ids: params.id, messageIds: params.message_id };
    const cleared = await clearOfflineEvents(work, queue, part, AT_ONCE);
    return done(cleared < AT_ONCE || UNFINISHED);
  },
});
