import { z } from 'zod';
import { applicationOf } from '#api/kernel/definition/api-caller.ts';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { callerRow } from '#api/terms/application/rows.ts';
import { field } from '#api/terms/basic/fields.ts';
import { filterField, LIST_FIELDS, toConditions, toOrder } from '#api/terms/event/offline-filter.ts';
import { exampleEvent, queuedEventSchema } from '#api/terms/event/offline-schema.ts';
import { presentQueued } from '#api/terms/event/present-offline.ts';
import { readPage } from '#api/terms/list/paging.ts';
import { orderMap, start } from '#api/terms/list/params.ts';
import { administrator } from '#api/terms/person/access.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'event.offline.list',
  summary: 'Lists the queue and leaves it as it is, 50 events at a time.',
  page: 'api-reference/events/event-offline-list',
  scope: 'basic',
  forApplications: true,
  reads: true,
  isPaged: true,
  params: {
    filter: filterField('Conditions on ID, TIMESTAMP_X, EVENT_NAME, MESSAGE_ID, PROCESS_ID, ERROR'),
    order: orderMap('ASC or DESC by the same fields; ID from the first when left out'),
    start,
    auth_connector: field.text('Key of the queue'),
  },
  guards: [administrator],
  errors: [callerRow.adminsOnly],
  result: z.array(queuedEventSchema),
  example: {
    params: { filter: { ERROR: 0 }, order: { ID: 'DESC' } },
    result: [{ ...exampleEvent, PROCESS_ID: '', ERROR: '0' }],
  },
  async handle({ work, caller, params }) {
    const queue = { applicationId: applicationOf(caller).id, connector: params.auth_connector };
    const conditions = toConditions(params.filter, LIST_FIELDS);
    const selection = { conditions, order: toOrder(params.order, LIST_FIELDS, 'id'), withErrors: true };
    const total = await work.offlineEvents.countEvents(queue, selection);
    const read = (limit: number, offset: number) => work.offlineEvents.listEvents(queue, selection, limit, offset);
    return done(await readPage(params.start, total, read, presentQueued));
  },
});
