import { expect } from 'vitest';
import { type Calls, type Case, own } from '../case.ts';

const NUMBER = expect.any(Number);
const PAGE = expect.objectContaining({ notifications: expect.anything() });

/** Everybody may be told something; who is not there is not, without an error (G9). */
const telling: Case = {
  params: { USER_ID: own('person'), MESSAGE: 'Hello' },
  may: { USER_ID: { theirs: NUMBER, elsewhere: false } },
};

/** One that is not the caller's is passed over in silence. */
const about = (params: Record<string, unknown>, path: string, result: unknown): Case => ({
  params,
  may: { [path]: { theirs: result, gone: result, elsewhere: result } },
});

const NOTHING = { result_message: false };
const ID = own('notification');

export const notifications: Readonly<Record<string, Calls>> = {
  'im.counters.get': { params: {} },
  'im.notify': telling,
  'im.notify.answer': [
    about({ NOTIFY_ID: ID, ANSWER_TEXT: 'Thanks' }, 'NOTIFY_ID', NOTHING),
    about({ ID, ANSWER_TEXT: 'Thanks' }, 'ID', NOTHING),
  ],
  'im.notify.confirm': [
    about({ NOTIFY_ID: ID, NOTIFY_VALUE: 'Y' }, 'NOTIFY_ID', NOTHING),
    about({ ID, NOTIFY_VALUE: 'Y' }, 'ID', NOTHING),
  ],
  'im.notify.delete': about({ ID }, 'ID', false),
  // Only whose they are decides what is seen; the id says where among them.
  'im.notify.get': about({ LAST_ID: ID, LAST_TYPE: 3 }, 'LAST_ID', PAGE),
  'im.notify.history.search': {
    params: { SEARCH_TYPE: 'rest', SEARCH_AUTHORS: [own('person')], LAST_ID: ID },
    may: {
      LAST_ID: { theirs: PAGE, gone: PAGE, elsewhere: PAGE },
      'SEARCH_AUTHORS.0': { theirs: PAGE, elsewhere: PAGE },
    },
  },
  'im.notify.personal.add': telling,
  'im.notify.read': { ...about({ ID, ONLY_CURRENT: 'Y' }, 'ID', true), movesReadMarks: true },
  'im.notify.read.all': { params: {}, movesReadMarks: true },
  'im.notify.read.list': { ...about({ IDS: [ID] }, 'IDS.0', true), movesReadMarks: true },
  'im.notify.schema.get': { params: {} },
  'im.notify.system.add': telling,
};
