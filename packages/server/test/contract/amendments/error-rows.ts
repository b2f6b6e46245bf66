import type { DocumentedRow } from '../checks/catalog.ts';
import { isOfSecond, rowsOfSecond } from './rows-v2.ts';

/*
 * Where the catalog in fixtures/ is not followed because a later page or what portals send says otherwise. Each
 * amendment names its ruling, and the contract tests hold to the amended catalog.
 */

/**
 * R46, G59: rows that stand behind others than on the page, by method: the one that moves, and the one that it follows.
 * Nobody in their browser has a bot: behind the row of the bot nothing would ever be said of browsers.
 */
const MOVED: Readonly<Record<string, { readonly row: string; readonly behind: string }>> = {
  'im.message.add': { row: 'MESSAGE_EMPTY', behind: 'ACCESS_ERROR' },
  'imopenlines.bot.session.finish': { row: 'WRONG_AUTH_TYPE', behind: 'CHAT_ID_EMPTY' },
  'imopenlines.bot.session.transfer': { row: 'WRONG_AUTH_TYPE', behind: 'TRANSFER_ID_EMPTY' },
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
  /** G46: guests are not told of departments, however they ask. */
  'im.search.department.list': {
    behind: [{ code: 'ACCESS_ERROR', message: 'Only intranet users have access to this method', status: 403 }],
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

/**
 * Rows that nothing causes here, by method and code: the messenger is always there, and there is no customer base (U12) whose
 * records somebody may not see, and whose chats somebody may be in or not.
 */
const NEVER: Readonly<Record<string, readonly string[]>> = {
  'imopenlines.dialog.get': ['IM_NOT_INSTALLED'],
  'imopenlines.crm.chat.user.add': ['ACCESS_DENIED', 'IM_NOT_INSTALLED', 'CRM_CHAT_USER_NOT_ACTIVE', 'WRONG_REQUEST'],
  'imopenlines.crm.chat.user.delete': [
    'IM_NOT_INSTALLED',
    'CHAT_DELETE_USER_PERMISSION_DENIED',
    'CRM_CHAT_USER_NOT_ACTIVE',
    'WRONG_REQUEST',
  ],
  'imopenlines.crm.message.add': ['CANCELED', 'ACCESS_DENIED'],
};

/** Where a page writes dots, the message has a name. */
function withName(row: DocumentedRow): DocumentedRow {
  return row.message === null ? row : { ...row, message: row.message.replace('...', 'N') };
}

function amendedRow(method: string, row: DocumentedRow): DocumentedRow {
  return { ...row, status: STATUSES[method]?.[row.code] ?? row.status };
}

/** The error table of a page as it is followed. */
export function amendedRows(method: string, older: readonly DocumentedRow[]): readonly DocumentedRow[] {
  const { before = [], behind: after = [] } = ADDED[method] ?? {};
  if (isOfSecond(method)) return rowsOfSecond(method, older);
  const possible = older.filter(({ code }) => !NEVER[method]?.includes(code));
  const documented = [...before, ...possible.map((row) => withNewerCode(method, row)), ...after];
  const rows = documented.map((one) => amendedRow(method, withName(one)));
  const { row, behind } = MOVED[method] ?? {};
  const moved = rows.find(({ code }) => code === row);
  if (!moved) return rows;
  return rows.filter((one) => one !== moved).flatMap((one) => (one.code === behind ? [one, moved] : [one]));
}
