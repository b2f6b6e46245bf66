import { z } from 'zod';
import { applicationOf } from '#api/kernel/definition/api-caller.ts';
import { idOf } from '#api/kernel/definition/field.ts';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { callerRow } from '#api/terms/application/rows.ts';
import { field } from '#api/terms/basic/fields.ts';
import { fetchQuery } from '#api/terms/event/access-offline.ts';
import { queryField } from '#api/terms/event/offline-filter.ts';
import { exampleEvent, fetchedEventSchema } from '#api/terms/event/offline-schema.ts';
import { connector, fetchLimit } from '#api/terms/event/params.ts';
import { presentFetched } from '#api/terms/event/present-offline.ts';
import { orderRows, queryRow } from '#api/terms/event/rows.ts';
import { administrator } from '#api/terms/person/access.ts';
import { fetchOfflineEvents } from '#domain/offline-event/fetch-offline-events.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'event.offline.get',
  summary: 'Takes the first events out of the queue, or in hand until it is said what became of them.',
  page: 'api-reference/events/event-offline-get',
  scope: 'basic',
  forApplications: true,
  params: {
    filter: queryField.filter('On ID, TIMESTAMP_X, EVENT_NAME, MESSAGE_ID; a key may begin with = > < >= <='),
    order: queryField.order('ASC or DESC by the same fields; TIMESTAMP_X from the first when left out'),
    limit: fetchLimit,
    clear: field.flag('0: they are kept, in hand', true),
    process_id: idOf('process', field.text('The batch that they were taken in hand with, once more')),
    auth_connector: connector,
    error: field.flag('1: those that could not be dealt with, and no others', false),
  },
  guards: [administrator],
  load: { query: ({ filter, order }) => fetchQuery(filter, order) },
  errors: [
    queryRow.limit,
    queryRow.filterField,
    queryRow.filterOperation,
    queryRow.filterValue,
    queryRow.filterForm,
    ...orderRows,
    callerRow.adminsOnly,
  ],
  result: z.object({ process_id: z.string().nullable(), events: z.array(fetchedEventSchema) }),
  example: {
    params: { filter: { '=EVENT_NAME': 'ONUSERADD', '>=ID': 1 }, auth_connector: 'BxTest' },
    result: { process_id: null, events: [exampleEvent] },
  },
  async handle({ work, caller, params, query: { conditions, order } }) {
    const queue = { applicationId: applicationOf(caller).id, connector: params.auth_connector };
    const { processId, events } = await fetchOfflineEvents(work, queue, {
      conditions,
      order: order.length > 0 ? order : [{ by: 'changedAt', isDescending: false }],
      limit: params.limit,
      isCleared: params.clear,
      processId: params.process_id || undefined,
      failed: params.error,
    });
    return done({ process_id: processId, events: events.map(presentFetched) });
  },
});
