import type { DocumentedMethod } from '../checks/catalog.ts';

/*
 * What newer pages say of parameters and answers: see error-rows.ts.
 */

/** N9, N10: what a record says of the event. */
const RECORD = {
  EVENT_DATA: { ID: '123' },
  EVENT_ADDITIONAL: { user_id: '1' },
  MESSAGE_ID: 'b0c7f7c2a3f1e4d5c6b7a8f9e0d1c2b3',
};

/** N11 */
const connector = { name: 'auth_connector', required: false, type: 'string' };

/** V34: what older clients read on from stands beside the newer name; what is in the data is the page of the event's to say. */
const FETCHED = ({ answer = {}, returned }: DocumentedMethod): Partial<DocumentedMethod> => ({
  answer: { ...answer, result: { ...(answer['result'] as object), lastEventId: 1 } },
  returned: { ...returned, 'result.events[].data.{field}': 'any' },
});

/** What the newer page of a method says else. */
const METHODS: Readonly<Record<string, (documented: DocumentedMethod) => Partial<DocumentedMethod>>> = {
  // A page of something else tells of it, and says no more than that it is there.
  'im.v2.Chat.Bot.sendContext': () => ({ scope: 'im' }),
  'im.v2.Event.get': FETCHED,
  'imbot.v2.Event.get': FETCHED,
  // N7
  'event.unbind': ({ params }) => ({
    params: [
      ...params.map((one) => (one.name === 'handler' ? { ...one, required_note: 'Required for online events' } : one)),
      { name: 'auth_connector', required: false, type: 'string' },
    ],
  }),
  'event.offline.get': ({ answer = {} }) => {
    const { events, ...rest } = answer['result'] as { readonly events: readonly object[] };
    return { answer: { ...answer, result: { ...rest, events: events.map((one) => ({ ...one, ...RECORD })) } } };
  },
  'event.offline.list': ({ answer = {} }) => ({
    answer: { ...answer, result: (answer['result'] as readonly object[]).map((one) => ({ ...one, ...RECORD })) },
  }),
  'event.offline.clear': ({ params }) => ({ params: [...params, connector] }),
  'event.offline.error': ({ params }) => ({
    params: [...params.map((one) => (one.name === 'message_id' ? { ...one, required: true } : one)), connector],
  }),
  /** N18: a new row has no place here: nobody calls in nobody's name. */
  profile: ({ answer }) => ({ answer: { ...answer, result: { ...(answer?.['result'] as object), TIME_ZONE: '' } } }),
  // N8
  'event.get': ({ answer }) => ({
    answer: {
      ...answer,
      result: [
        { event: 'ONUSERADD', handler: 'https://www.my-domain.com/handler/', auth_type: '0', offline: 0 },
        { event: 'ONUSERADD', connector_id: 'BxTest', offline: 1 },
      ],
    },
  }),
};

/** A page as it is followed. */
export function amendedMethod(documented: DocumentedMethod): DocumentedMethod {
  return { ...documented, ...METHODS[documented.name]?.(documented) };
}
