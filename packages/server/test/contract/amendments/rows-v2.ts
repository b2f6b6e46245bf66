import type { DocumentedRow } from '../checks/catalog.ts';

/*
 * Error tables of generation 2, as they are followed: see error-rows.ts.
 */

const SECOND_GENERATION = /^\w+\.v2\./;

export const isOfSecond = (method: string): boolean => SECOND_GENERATION.test(method);

/** V12: whatever is refused is answered with this status. */
const STATUS = 400;

/** V13: texts that a later page gives. */
const TEXTS: Readonly<Record<string, string>> = {
  BOT_TOKEN_NOT_SPECIFIED: 'Bot token not specified (botToken is required for webhook auth)',
  BOT_ID_REQUIRED: 'botId is required',
  BOT_OWNERSHIP_ERROR: 'Bot was installed by another rest application',
  EMPTY_USER_IDS: 'userIds is required',
  ACCESS_DENIED: 'ACCESS_DENIED',
  CHAT_NOT_FOUND: 'CHAT_NOT_FOUND',
  WRONG_MESSAGE_TYPE: 'WRONG_MESSAGE_TYPE',
};

interface Place {
  /** The row that it stands behind; unset, the last one. */
  readonly behind?: string;
  readonly code: string;
  readonly message?: string;
}

const OWNER = 'BOT_OWNERSHIP_ERROR';
const chatNotFound: Place = { behind: OWNER, code: 'CHAT_NOT_FOUND' };

/** Rows that a page lacks, or that stand elsewhere on it. */
const PLACES: Readonly<Record<string, readonly Place[]>> = {
  // V6
  'imbot.v2.Bot.register': [{ behind: 'BOT_TOKEN_NOT_SPECIFIED', code: 'BOT_TOKEN_INVALID_LENGTH' }],
  // V6, V56
  'imbot.v2.Bot.update': [
    { code: 'BOT_TOKEN_INVALID_LENGTH', message: 'Bot token must not be longer than 40 characters' },
    { code: 'BOT_WEBHOOK_URL_REQUIRED', message: 'Webhook URL is required' },
  ],
  // V15
  ...Object.fromEntries(
    [
      'Chat.Message.read',
      'Chat.get',
      'Chat.leave',
      'Chat.User.delete',
      'Chat.User.list',
      'Chat.InputAction.notify',
      'Chat.TextField.enabled',
      'File.upload',
    ].map((method) => [`imbot.v2.${method}`, [chatNotFound]]),
  ),
  // V14, V15
  'imbot.v2.Chat.Manager.add': [chatNotFound, { code: 'WRONG_MESSAGE_TYPE' }, { code: 'EMPTY_USER_IDS' }],
  // V15, V68
  'imbot.v2.Chat.Message.send': [chatNotFound, { code: 'PARAM_KEYBOARD_ERROR', message: 'Incorrect keyboard params' }],
  'imbot.v2.Chat.Message.update': [{ code: 'PARAM_KEYBOARD_ERROR', message: 'Incorrect keyboard params' }],
  // V26
  'imbot.v2.Chat.Message.get': [
    { code: 'MESSAGE_NOT_FOUND', message: 'Message not found' },
    { code: 'MESSAGE_ACCESS_DENIED', message: 'Message access denied' },
  ],
  // No page tells of errors.
  'im.v2.Chat.Bot.sendContext': [
    { code: 'BOT_NOT_FOUND', message: 'Bot not found' },
    { code: 'WRONG_CONTEXT', message: 'Context must be an object' },
  ],
};

/** The error table of a page of generation 2 as it is followed. */
export function rowsOfSecond(method: string, documented: readonly DocumentedRow[]): readonly DocumentedRow[] {
  return (PLACES[method] ?? []).reduce(placed, documented).map((row) => ({
    ...row,
    message: TEXTS[row.code] ?? row.message,
    status: row.status ?? STATUS,
  }));
}

function placed(rows: readonly DocumentedRow[], { behind, code, message = '' }: Place): readonly DocumentedRow[] {
  const row = rows.find((one) => one.code === code) ?? { code, message, status: null };
  const others = rows.filter((one) => one !== row);
  if (behind === undefined) return [...others, row];
  return others.flatMap((one) => (one.code === behind ? [one, row] : [one]));
}
