/*
 * Where the catalog in fixtures/ is not followed because a later page or what portals send says otherwise. Each
 * amendment names its ruling, and the contract tests hold to the amended catalog.
 */

import type { DocumentedMethod, DocumentedRow } from './checks/catalog.ts';

/** R46, V6: rows that stand behind others than on the page, by method: the one that moves, and the one that it follows. */
const MOVED: Readonly<Record<string, { readonly row: string; readonly behind: string }>> = {
  'im.message.add': { row: 'MESSAGE_EMPTY', behind: 'ACCESS_ERROR' },
  'imbot.v2.Bot.register': { row: 'BOT_TOKEN_INVALID_LENGTH', behind: 'BOT_TOKEN_NOT_SPECIFIED' },
};

/** N16: statuses that are others than on the page, by method and code. What a webhook is told is in oauth/app-info.test.ts. */
const STATUSES: Readonly<Record<string, Readonly<Record<string, number>>>> = { 'app.info': { ACCESS_DENIED: 403 } };

const argument = (message: string): DocumentedRow => ({ code: 'ERROR_ARGUMENT', message, status: 400 });
const bad = (code: string, message: string): DocumentedRow => ({ code, message, status: 400 });
const denied = (message: string): DocumentedRow => ({ code: 'ACCESS_DENIED', message, status: 403 });

/** N9, N10 */
const QUERY_FORM = [
  argument('The filter is not an array.'),
  argument('The order is not an array.'),
  argument('Order field not allowed: N'),
  argument('Order direction should be one of {ASC|DESC}'),
];

/** Rows that were rewritten, by method: what stands before those of the older page, and behind them. */
const ADDED: Readonly<Record<string, { readonly before?: DocumentedRow[]; readonly behind?: DocumentedRow[] }>> = {
  // N6
  'event.bind': {
    before: [argument("Argument 'EVENT' is null or empty"), argument('Value must be one of {online|offline}')],
    behind: [
      argument('Offline event cannot be registered for this event.'),
      argument("Argument 'HANDLER' is null or empty"),
      bad('ERROR_UNSUPPORTED_PROTOCOL', 'Unsupported handler protocol'),
      bad('ERROR_WRONG_HANDLER_URL', 'Wrong handler URL'),
      bad('ERROR_CORE', 'Unable to set event handler: Handler already binded'),
    ],
  },
  // N7
  'event.unbind': {
    before: [argument("Argument 'EVENT' is null or empty"), argument('Value must be one of {online|offline}')],
    behind: [argument("Argument 'HANDLER' is null or empty")],
  },
  // N9
  'event.offline.get': {
    before: [
      argument('Value must be positive integer'),
      argument('Filter field not allowed: N'),
      argument('Filter operation not allowed: N'),
      argument("The value of an argument 'N' has an invalid type"),
      ...QUERY_FORM,
    ],
  },
  // N10
  'event.offline.list': {
    before: [argument('Filter field not allowed: N'), argument('Filter operation not allowed: N'), ...QUERY_FORM],
  },
  // N11
  'event.offline.clear': {
    before: [
      argument("Argument 'PROCESS_ID' is null or empty"),
      argument('Value must be array of integers'),
      argument('Value must be array of MESSAGE_ID values'),
    ],
  },
  'event.offline.error': {
    before: [argument("Argument 'PROCESS_ID' is null or empty"), argument('Value must be array of MESSAGE_ID values')],
  },
};

/** N17: the code of refused access to options was another one. */
function withNewerCode(method: string, row: DocumentedRow): DocumentedRow {
  const isOptions = /^(app|user)\.option\./.test(method);
  return isOptions && row.code === 'AccessException' ? denied(`Access denied! ${row.message}`) : row;
}

/** N9, N10: what a record says of the event. */
const RECORD = {
  EVENT_DATA: { ID: '123' },
  EVENT_ADDITIONAL: { user_id: '1' },
  MESSAGE_ID: 'b0c7f7c2a3f1e4d5c6b7a8f9e0d1c2b3',
};

/** N11 */
const connector = { name: 'auth_connector', required: false, type: 'string' };

/** What the newer page of a method says else. */
const METHODS: Readonly<Record<string, (documented: DocumentedMethod) => Partial<DocumentedMethod>>> = {
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

/** V13: texts of generation 2 that a later page gives. */
const TEXTS: Readonly<Record<string, string>> = {
  BOT_TOKEN_NOT_SPECIFIED: 'Bot token not specified (botToken is required for webhook auth)',
  BOT_ID_REQUIRED: 'botId is required',
  BOT_OWNERSHIP_ERROR: 'Bot was installed by another rest application',
  EMPTY_USER_IDS: 'userIds is required',
  ACCESS_DENIED: 'ACCESS_DENIED',
  CHAT_NOT_FOUND: 'CHAT_NOT_FOUND',
  WRONG_MESSAGE_TYPE: 'WRONG_MESSAGE_TYPE',
};

/** V12: the status of whatever generation 2 refuses. */
const SECOND_GENERATION = { name: /^\w+\.v2\./, status: 400 } as const;

function amendedRow(method: string, row: DocumentedRow): DocumentedRow {
  const status = STATUSES[method]?.[row.code] ?? row.status;
  if (!SECOND_GENERATION.name.test(method)) return { ...row, status };
  return { ...row, message: TEXTS[row.code] ?? row.message, status: status ?? SECOND_GENERATION.status };
}

/** The error table of a page as it is followed. */
export function amendedRows(method: string, older: readonly DocumentedRow[]): readonly DocumentedRow[] {
  const { before = [], behind: after = [] } = ADDED[method] ?? {};
  const documented = [...before, ...older.map((row) => withNewerCode(method, row)), ...after];
  const rows = documented.map((one) => amendedRow(method, one));
  const { row, behind } = MOVED[method] ?? {};
  const moved = rows.find(({ code }) => code === row);
  if (!moved) return rows;
  return rows.filter((one) => one !== moved).flatMap((one) => (one.code === behind ? [one, moved] : [one]));
}

interface Payload {
  readonly data?: object;
  readonly auth?: Readonly<Record<string, unknown>>;
}

/** R37: what stands beside an access token in every event, also where the page of the event leaves it out. */
const BESIDE_A_TOKEN = { expires: 1, expires_in: 3600, scope: 'im,imbot', user_id: 1 };

/** N15: data of events whose pages were rewritten. */
const DATA: Readonly<Record<string, object>> = {
  ONAPPINSTALL: { VERSION: '1' },
  ONAPPUPDATE: { VERSION: '3', PREVIOUS_VERSION: '2' },
  ONUSERADD: {
    ACTIVE: '1',
    PERSONAL_BIRTHDAY: '1990-01-01T00:00:00+01:00',
    DATE_REGISTER: '2024-04-05T00:00:00+02:00',
    UF_EMPLOYMENT_DATE: '2024-04-05T00:00:00+02:00',
  },
};

/** What does not stand in an event of generation 2 although its page names it. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  'message.params': 'V59: an empty map leaves no trace in a form',
  'bot.auth.refresh_token': 'only an application has a secret to come back with',
};

/** The documented fields of an event of generation 2 as they are followed. */
export function amendedFields(documented: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(documented).filter(([path]) => !Object.hasOwn(LEFT_OUT, path)));
}

/** The documented payload of an event as it is followed: each names its handler (R37, N15). */
export function amendedPayload(name: string, documented: unknown): unknown {
  const { data, auth, ...rest } = documented as Payload;
  const hasToken = auth !== undefined && 'access_token' in auth;
  return {
    event_handler_id: '1',
    ...rest,
    data: Array.isArray(data) ? data : { ...data, ...DATA[name] },
    ...(auth && { auth: hasToken ? { ...BESIDE_A_TOKEN, ...auth } : auth }),
  };
}
