import type { KeptValue } from '#domain/line/line.ts';

/** How a setting is written. */
export type KeptKind = 'flag' | 'number' | 'text' | 'list' | 'map';

interface Kept {
  readonly kind: KeptKind;
  /** Unless a program has set it. */
  readonly usual: KeptValue;
}

const of =
  (kind: KeptKind) =>
  (usual: KeptValue): Kept => ({ kind, usual });
const [flag, number, text, list, map] = [of('flag'), of('number'), of('text'), of('list'), of('map')];

/**
 * Documented settings that speak of what a portal of ours has not got: a customer base, working hours, ratings, forms,
 * reminders. They are kept, so that programs find again what they set.
 */
export const KEPT: Readonly<Record<string, Kept>> = {
  CRM: flag('N'),
  CRM_CREATE: text('none'),
  CRM_CREATE_SECOND: text('0'),
  CRM_CREATE_THIRD: flag('N'),
  CRM_FORWARD: flag('N'),
  CRM_CHAT_TRACKER: flag('N'),
  CRM_TRANSFER_CHANGE: flag('N'),
  CRM_SOURCE: text('create'),
  QUEUE_TIME: number('60'),
  NO_ANSWER_TIME: number('60'),
  CHECK_AVAILABLE: flag('N'),
  WATCH_TYPING: flag('N'),
  VOTE_MESSAGE: flag('N'),
  VOTE_TIME_LIMIT: number('0'),
  VOTE_BEFORE_FINISH: flag('N'),
  VOTE_CLOSING_DELAY: flag('N'),
  VOTE_MESSAGE_1_TEXT: text(''),
  VOTE_MESSAGE_1_LIKE: text(''),
  VOTE_MESSAGE_1_DISLIKE: text(''),
  VOTE_MESSAGE_2_TEXT: text(''),
  VOTE_MESSAGE_2_LIKE: text(''),
  VOTE_MESSAGE_2_DISLIKE: text(''),
  AGREEMENT_MESSAGE: flag('N'),
  AGREEMENT_ID: number('0'),
  CATEGORY_ENABLE: flag('N'),
  CATEGORY_ID: number('0'),
  WELCOME_BOT_JOIN: text('always'),
  WELCOME_BOT_TIME: number('0'),
  WELCOME_BOT_LEFT: text('queue'),
  NO_ANSWER_RULE: text('none'),
  NO_ANSWER_FORM_ID: number('0'),
  NO_ANSWER_BOT_ID: number('0'),
  NO_ANSWER_TEXT: text(''),
  WORKTIME_ENABLE: flag('N'),
  WORKTIME_FROM: text('0'),
  WORKTIME_TO: text('23.59'),
  WORKTIME_TIMEZONE: text('UTC'),
  WORKTIME_HOLIDAYS: list(['']),
  WORKTIME_DAYOFF: list(['']),
  WORKTIME_DAYOFF_RULE: text('none'),
  WORKTIME_DAYOFF_FORM_ID: number('0'),
  WORKTIME_DAYOFF_BOT_ID: number('0'),
  WORKTIME_DAYOFF_TEXT: text(''),
  CLOSE_RULE: text('none'),
  CLOSE_FORM_ID: number('0'),
  CLOSE_BOT_ID: number('0'),
  CLOSE_TEXT: text(''),
  FULL_CLOSE_TIME: number('0'),
  AUTO_CLOSE_RULE: text('none'),
  AUTO_CLOSE_FORM_ID: number('0'),
  AUTO_CLOSE_BOT_ID: number('0'),
  AUTO_CLOSE_TIME: number('0'),
  AUTO_CLOSE_TEXT: text(''),
  AUTO_EXPIRE_TIME: number('0'),
  TEMPORARY: flag('N'),
  XML_ID: text(null),
  QUICK_ANSWERS_IBLOCK_ID: number('0'),
  SESSION_PRIORITY: number('0'),
  TYPE_MAX_CHAT: text('answered_new'),
  MAX_CHAT: number('0'),
  OPERATOR_DATA: text('profile'),
  DEFAULT_OPERATOR_DATA: map([]),
  KPI_FIRST_ANSWER_TIME: number('0'),
  KPI_FIRST_ANSWER_ALERT: flag('N'),
  KPI_FIRST_ANSWER_LIST: list(null),
  KPI_FIRST_ANSWER_TEXT: text(''),
  KPI_FURTHER_ANSWER_TIME: number('0'),
  KPI_FURTHER_ANSWER_ALERT: flag('N'),
  KPI_FURTHER_ANSWER_LIST: list(null),
  KPI_FURTHER_ANSWER_TEXT: text(''),
  KPI_CHECK_OPERATOR_ACTIVITY: flag('N'),
  SEND_NOTIFICATION_EMPTY_QUEUE: flag('N'),
  USE_WELCOME_FORM: flag('N'),
  WELCOME_FORM_ID: number('0'),
  WELCOME_FORM_DELAY: flag('N'),
  SEND_WELCOME_EACH_SESSION: flag('Y'),
  CONFIRM_CLOSE: flag('N'),
  IGNORE_WELCOME_FORM_RESPONSIBLE: flag('N'),
};
