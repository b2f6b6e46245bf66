import { fromJson, measured, optional, readBy } from '#api/kernel/definition/field.ts';
import { toFlag, toId, toList, toObject, toText } from '#api/kernel/wire/read.ts';
import { latestKeys } from '#api/kernel/wire/sent-as.ts';
import type { Comparison, OfflineCondition, OfflineOrder } from '#domain/offline-event/offline-event.ts';
import { FILTER_VALUES, filterUpTo } from '../basic/amounts.ts';
import { conditions } from '../list/params.ts';
import { eventNamed } from './names.ts';

/*
 * The filter language of `event.offline.get` and `event.offline.list`:
 * https://apidocs.bitrix24.com/api-reference/events/event-offline-get.html
 */

/** A message id is the id of its record. */
const COLUMNS = {
  ID: 'id',
  MESSAGE_ID: 'id',
  TIMESTAMP_X: 'changedAt',
  EVENT_NAME: 'event',
  PROCESS_ID: 'processId',
  ERROR: 'isError',
} as const;
type FieldName = keyof typeof COLUMNS;

export const FETCH_FIELDS: readonly FieldName[] = ['ID', 'TIMESTAMP_X', 'EVENT_NAME', 'MESSAGE_ID'];
export const LIST_FIELDS: readonly FieldName[] = [...FETCH_FIELDS, 'PROCESS_ID', 'ERROR'];

const COMPARISONS: readonly string[] = ['<', '<=', '>', '>='];
const EQUALS: readonly string[] = ['', '=', '@'];
const DIFFERS: readonly string[] = ['!', '!=', '!@', '<>'];

/** A filter as it is sent. It holds no more values than databases take in one question. */
export function filterField(description: string) {
  const read = (raw: unknown) => {
    const object = toObject(raw);
    return object && latestKeys(object);
  };
  return optional(description, fromJson(measured(filterUpTo(FILTER_VALUES), readBy(conditions, read))), {});
}

/** Conditions on fields that there are not are no conditions; values that cannot be read are met by nothing. */
export function toConditions(
  filter: Readonly<Record<string, unknown>>,
  fields: readonly FieldName[],
): OfflineCondition[] {
  return Object.entries(filter).flatMap(([key, raw]): OfflineCondition[] => {
    const [, operator = '', written = ''] = /^([^A-Za-z]*)(.*)$/s.exec(key.trim()) ?? [];
    const name = fields.find((one) => one === written.toUpperCase());
    if (!name) return [];
    const on = COLUMNS[name];
    const values = (toList(raw) ?? [raw]).map((one) => toValue(name, one)).filter((one) => one !== undefined);
    if (DIFFERS.includes(operator)) return [{ on, isNotIn: values }];
    if (EQUALS.includes(operator)) return [{ on, isIn: values }];
    if (!COMPARISONS.includes(operator)) return [];
    const [value] = values;
    return (on === 'id' || on === 'changedAt') && typeof value === 'number'
      ? [{ on, is: operator as Comparison, value }]
      : [{ on, isIn: [] }];
  });
}

function toValue(name: FieldName, raw: unknown): string | number | undefined {
  const text = toText(raw) ?? '';
  if (name === 'EVENT_NAME') return eventNamed(text)?.on;
  if (name === 'PROCESS_ID') return text;
  if (name === 'ERROR') return toFlag(raw) === undefined ? undefined : Number(toFlag(raw));
  if (name !== 'TIMESTAMP_X') return toId(raw);
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : at - (at % 1000);
}

export function toOrder(
  order: Readonly<Record<string, unknown>>,
  fields: readonly FieldName[],
  fallback: OfflineOrder['by'],
): OfflineOrder[] {
  const keys = Object.entries(latestKeys(order)).flatMap(([written, direction]) => {
    const name = fields.find((one) => one === written.toUpperCase());
    return name ? [{ by: COLUMNS[name], isDescending: /^desc$/i.test(toText(direction) ?? '') }] : [];
  });
  return keys.length > 0 ? keys : [{ by: fallback, isDescending: false }];
}
