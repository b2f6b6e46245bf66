import { z } from 'zod';
import { applicationOf } from '#api/kernel/definition/api-caller.ts';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { callerRow } from '#api/terms/application/rows.ts';
import { listQuery } from '#api/terms/event/access-offline.ts';
import { queryField } from '#api/terms/event/offline-filter.ts';
import { exampleEvent, queuedEventSchema } from '#api/terms/event/offline-schema.ts';
import { connector } from '#api/terms/event/params.ts';
import { presentQueued } from '#api/terms/event/present-offline.ts';
import { orderRows, queryRow } from '#api/terms/event/rows.ts';
import { readPage } from '#api/terms/list/paging.ts';
import { start } from '#api/terms/list/params.ts';
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
    filter: queryField.filter(
      'Conditions on ID, TIMESTAMP_X, EVENT_NAME, MESSAGE_ID, PROCESS_ID, ERROR; a key may begin with = > < >= <=, @ (one of a list), % (contains)',
    ),
    order: queryField.order('ASC or DESC by the same fields; ID from the first when left out'),
    start,
    auth_connector: connector,
  },
  guards: [administrator],
  load: { query: ({ filter, order }) => listQuery(filter, order) },
  errors: [queryRow.filterField, queryRow.filterOperation, queryRow.filterForm, ...orderRows, callerRow.adminsOnly],
  result: z.array(queuedEventSchema),
  example: {
    params: { filter: { ERROR: 0 }, order: { ID: 'DESC' } },
    result: [{ ...exampleEvent, PROCESS_ID: '', ERROR: '0' }],
  },
  async handle({ work, caller, params, query: selection }) {
    const queue = { applicationId: applicationOf(caller).id, connector: params.auth_connector };
    const total = await work.offlineEvents.countEvents(queue, selection);
    const read = (limit: number, offset: number) => work.offlineEvents.listEvents(queue, selection, limit, offset);
    return done(await readPage(params.start, total, read, presentQueued));
  },
});
