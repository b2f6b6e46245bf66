import type { z } from 'zod';
import { fromJson, measured, optional, readWith } from '#api/kernel/definition/field.ts';
import { toFlag, toId, toList, toObject, toText } from '#api/kernel/wire/read.ts';
import { latestKeys } from '#api/kernel/wire/sent-as.ts';
import type { Comparison, OfflineColumn, OfflineCondition } from '#domain/offline-event/offline-event.ts';
import { FILTER_VALUES, filterUpTo } from '../basic/amounts.ts';
import { compare } from '../list/operators.ts';
import { conditions, sortMap } from '../list/params.ts';
import { boundEvents } from './names.ts';

/*
 * The filter language of `event.offline.get` and `event.offline.list`:
 * https://apidocs.bitrix24.com/api-reference/events/event-offline-get.html
 */

export const COLUMNS = {
  ID: 'id',
  TIMESTAMP_X: 'changedAt',
  EVENT_NAME: 'event',
  MESSAGE_ID: 'messageId',
  PROCESS_ID: 'processId',
  ERROR: 'isError',
} as const satisfies Readonly<Record<string, OfflineColumn>>;
export type FieldName = keyof typeof COLUMNS;

/** What a list of events can be asked for (N9, N10). */
export interface OfflineLanguage {
  readonly fields: readonly FieldName[];
  readonly operations: readonly string[];
}

const COMPARISONS: Readonly<Record<Comparison, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};
const OPERATIONS = ['', '=', ...Object.keys(COMPARISONS)];

export const FETCHED: OfflineLanguage = {
  fields: ['ID', 'TIMESTAMP_X', 'EVENT_NAME', 'MESSAGE_ID'],
  operations: OPERATIONS,
};
export const LISTED: OfflineLanguage = {
  fields: [...FETCHED.fields, 'PROCESS_ID', 'ERROR'],
  operations: [...OPERATIONS, '@', '%'],
};

/** null for what is no map: a row among others says so. It holds no more values than a database takes at once. */
const queryMap = (form: z.ZodType) =>
  fromJson(
    measured(
      filterUpTo(FILTER_VALUES),
      readWith(form, (raw) => ({ ok: true, value: toMap(raw) })),
    ),
  );

function toMap(raw: unknown): Readonly<Record<string, unknown>> | null {
  const map = toObject(raw);
  return map ? latestKeys(map) : null;
}

export const queryField = {
  filter: (description: string) => optional(description, queryMap(conditions), {}),
  order: (description: string) => optional(description, queryMap(sortMap), {}),
} as const;

/** One condition as it is written: `>=ID`. */
export interface WrittenCondition {
  readonly name: FieldName;
  readonly operation: string;
  readonly raw: unknown;
}

export function splitKey(key: string): { readonly operation: string; readonly written: string } {
  const [, operation = '', written = ''] = /^([^A-Za-z0-9_]*)(.*)$/s.exec(key.trim()) ?? [];
  return { operation, written };
}

export function fieldNamed(written: string, { fields }: OfflineLanguage): FieldName | undefined {
  return fields.find((one) => one === written.trim().toUpperCase());
}

/** Values that cannot be read are met by nothing. */
export function toCondition({ name, operation, raw }: WrittenCondition): OfflineCondition {
  const on = COLUMNS[name];
  const given = toList(raw) ?? [raw];
  if (name === 'EVENT_NAME') return { on, isIn: given.flatMap((one) => eventsMeeting(operation, toText(one) ?? '')) };
  if (operation === '%' && (on === 'id' || on === 'messageId' || on === 'processId'))
    return { on, contains: toText(raw) ?? '' };
  const values = given.flatMap((one) => toValue(name, one) ?? []);
  const [value] = values;
  return isComparison(operation) && value !== undefined ? { on, is: operation, value } : { on, isIn: values };
}

/** Events have other names where they are kept. */
function eventsMeeting(operation: string, text: string): string[] {
  const wanted = text.toUpperCase();
  const meets = (name: string) => {
    if (operation === '%') return name.includes(wanted);
    return isComparison(operation) ? COMPARISONS[operation](compare(name, wanted)) : name === wanted;
  };
  return boundEvents.filter(({ name }) => meets(name)).map(({ on }) => on);
}

function isComparison(operation: string): operation is Comparison {
  return Object.hasOwn(COMPARISONS, operation);
}

function toValue(name: FieldName, raw: unknown): string | number | undefined {
  const text = toText(raw) ?? '';
  if (name === 'PROCESS_ID' || name === 'MESSAGE_ID') return text;
  if (name === 'ERROR') return toFlag(raw) === undefined ? undefined : Number(toFlag(raw));
  if (name !== 'TIMESTAMP_X') return toId(raw);
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : at - (at % 1000);
}
