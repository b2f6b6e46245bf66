import { z } from 'zod';
import { applicationOf } from '#api/kernel/definition/api-caller.ts';
import { idOf } from '#api/kernel/definition/field.ts';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { callerRow } from '#api/terms/application/rows.ts';
import { field } from '#api/terms/basic/fields.ts';
import { FETCH_FIELDS, filterField, toConditions, toOrder } from '#api/terms/event/offline-filter.ts';
import { exampleEvent, fetchedEventSchema } from '#api/terms/event/offline-schema.ts';
import { presentFetched } from '#api/terms/event/present-offline.ts';
import { orderMap } from '#api/terms/list/params.ts';
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
    filter: filterField('Conditions on ID, TIMESTAMP_X, EVENT_NAME, MESSAGE_ID; what a key begins with compares'),
    order: orderMap('ASC or DESC by the same fields; TIMESTAMP_X from the first when left out'),
    limit: field.count('How many', { fallback: 50, most: 1000 }),
    clear: field.flag('0: they are kept, in hand', true),
    process_id: idOf('process', field.text('What was taken in hand by this name, once more')),
    auth_connector: field.text('Key of the queue'),
    error: field.flag('1: those that could not be dealt with, too', false),
  },
  guards: [administrator],
  errors: [callerRow.adminsOnly],
  result: z.object({ process_id: z.string().nullable(), events: z.array(fetchedEventSchema) }),
  example: {
    params: { filter: { '=EVENT_NAME': 'ONUSERADD', '>=ID': 1 }, auth_connector: 'BxTest' },
    result: {
      process_id: null,
      events: [exampleEvent],
    },
  },
  async handle({ work, caller, params }) {
    const queue = { applicationId: applicationOf(caller).id, connector: params.auth_connector };
    const { processId, events } = await fetchOfflineEvents(work, queue, {
      conditions: toConditions(params.filter, FETCH_FIELDS),
      order: toOrder(params.order, FETCH_FIELDS, 'changedAt'),
      limit: params.limit,
      isCleared: params.clear,
      processId: params.process_id || undefined,
      withErrors: params.error,
    });
    return done({ process_id: processId, events: events.map(presentFetched) });
  },
});
