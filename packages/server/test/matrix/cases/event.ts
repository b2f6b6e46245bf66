import { expect } from 'vitest';
import { BY_ADMINISTRATORS, type Calls, type Case, own } from '../case.ts';

const HANDLER = 'http://127.0.0.1:9/mine';

/** What others have in hand is as good as nothing. */
const inHand = (params: Case['params'] = {}, result: unknown = true): Case => ({
  params: { process_id: own('process'), ...params },
  may: Object.fromEntries(
    ['process_id', 'id.0', 'message_id.0'].map((path) => [path, { theirs: result, elsewhere: result }]),
  ),
  ...BY_ADMINISTRATORS,
});
const NOTHING_IN_HAND = expect.objectContaining({ events: [] });

export const event: Readonly<Record<string, Calls>> = {
  events: { params: {} },
  'event.bind': [
    { params: { event: 'ONAPPTEST', handler: HANDLER } },
    { params: { event: 'ONAPPTEST', handler: `${HANDLER}/named`, auth_type: own('person') } },
    {
      params: { event: 'ONAPPTEST', handler: `${HANDLER}/other`, auth_type: own('newcomer') },
      ...BY_ADMINISTRATORS,
      may: { auth_type: { theirs: true } },
    },
  ],
  'event.get': { params: {} },
  'event.offline.clear': [inHand(), inHand({ id: [own('record')] }), inHand({ message_id: [own('recordMessage')] })],
  'event.offline.error': inHand({ message_id: [own('recordMessage')] }),
  'event.offline.get': [{ params: {}, ...BY_ADMINISTRATORS }, inHand({}, NOTHING_IN_HAND)],
  'event.offline.list': { params: {}, ...BY_ADMINISTRATORS },
  'event.test': { params: { any: 'data' } },
  'event.unbind': [
    { params: { event: 'ONAPPTEST', handler: HANDLER } },
    { params: { event: 'ONAPPTEST', handler: HANDLER, auth_type: own('person') } },
  ],
};
