import { BY_ADMINISTRATORS, type Calls, own } from '../case.ts';

const PLACEMENT = 'PAGE_BACKGROUND_WORKER';
const HANDLER = 'http://localhost:9/mine';
const OPTIONS = { errorHandlerUrl: HANDLER };

export const placement: Readonly<Record<string, Calls>> = {
  'placement.bind': {
    params: { PLACEMENT, HANDLER, OPTIONS, USER_ID: own('newcomer') },
    ...BY_ADMINISTRATORS,
    may: { USER_ID: { theirs: true } },
  },
  'placement.get': { params: {}, ...BY_ADMINISTRATORS },
  'placement.list': { params: {} },
  // Nothing is opened there.
  'placement.unbind': {
    params: { PLACEMENT, HANDLER: `${HANDLER}/other`, USER_ID: own('newcomer') },
    ...BY_ADMINISTRATORS,
    may: { USER_ID: { theirs: { count: 0 }, gone: { count: 0 }, elsewhere: { count: 0 } } },
  },
};
