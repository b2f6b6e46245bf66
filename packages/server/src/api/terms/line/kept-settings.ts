import type { KeptValue } from '#domain/line/line.ts';

/** How a setting is written. */
export type KeptKind = 'flag' | 'number' | 'text' | 'time' | 'zone' | 'list' | 'map';

interface Kept {
  readonly kind: KeptKind;
  /** Unless a program has set it. */
  readonly usual: KeptValue;
  /** What it does; undefined: nothing here follows it. */
  readonly does?: string;
}

const of =
  (kind: KeptKind) =>
  (usual: KeptValue, does?: string): Kept => ({ kind, usual, ...(does !== undefined && { does }) });
const [flag, number, text, list, map] = [of('flag'), of('number'), of('text'), of('list'), of('map')];
const [time, zone] = [of('time'), of('zone')];

/**
 * Documented settings that are kept as they are sent, so that programs find again what they set. Most of them speak of what a
 * portal of ours has not got: a customer base, ratings, forms, reminders. Of the others hours.ts makes what a line follows.
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
  QUEUE_TIME: number('60', 'Seconds after which the next of the queue is asked; 0: never'),
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
  WORKTIME_ENABLE: flag('N', 'Y: people are asked in their working hours alone'),
  WORKTIME_FROM: time('0', 'When these begin, as HH:MM'),
  WORKTIME_TO: time('23.59', 'When they end'),
  WORKTIME_TIMEZONE: zone('UTC', 'Their time zone, as Europe/Berlin'),
  WORKTIME_HOLIDAYS: list([''], 'Days without them, as DD.MM,DD.MM'),
  WORKTIME_DAYOFF: list([''], 'Days of the week without them: MO, TU, WE, TH, FR, SA, SU'),
  WORKTIME_DAYOFF_RULE: text('none', 'text: outside of them visitors are told WORKTIME_DAYOFF_TEXT; else nothing'),
  WORKTIME_DAYOFF_FORM_ID: number('0'),
  WORKTIME_DAYOFF_BOT_ID: number('0'),
  WORKTIME_DAYOFF_TEXT: text('', 'What they are told'),
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
