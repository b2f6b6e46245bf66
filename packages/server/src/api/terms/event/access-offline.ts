import { lookup } from '#api/kernel/definition/lookup.ts';
import { toText } from '#api/kernel/wire/read.ts';
import type { OfflineCondition, OfflineOrder } from '#domain/offline-event/offline-event.ts';
import { done, mapDone, type Outcome, refused } from '#kit/outcome.ts';
import { compare } from '../list/operators.ts';
import { boundEvents } from './names.ts';
import {
  COLUMNS,
  FETCHED,
  fieldNamed,
  LISTED,
  type OfflineLanguage,
  splitKey,
  toCondition,
  type WrittenCondition,
} from './offline-filter.ts';

/** Which events of a queue are asked for, and in which order. */
interface OfflineQuery {
  readonly conditions: readonly OfflineCondition[];
  readonly order: readonly OfflineOrder[];
}

/** By the keys as they were written; null: something else was sent. */
type SentMap = Readonly<Record<string, unknown>> | null | undefined;

const FILTER_REFUSALS = ['filter_field_unknown', 'filter_operation_unknown', 'filter_is_no_map'] as const;
const ORDER_REFUSALS = ['order_is_no_map', 'order_field_unknown', 'order_direction_unknown'] as const;
type FilterRefusal = (typeof FILTER_REFUSALS)[number];
type OrderRefusal = (typeof ORDER_REFUSALS)[number];

/** What is listed. */
export const listQuery = lookup([...FILTER_REFUSALS, ...ORDER_REFUSALS], async (_, filter: SentMap, order: SentMap) => {
  const written = readFilter(filter, LISTED);
  return written.ok ? withOrder(written.value, order, LISTED) : written;
});

/** What is fetched: there a condition takes one value. */
export const fetchQuery = lookup(
  [...FILTER_REFUSALS, 'filter_value_wrong', ...ORDER_REFUSALS],
  async (_, filter: SentMap, order: SentMap) => {
    const written = readFilter(filter, FETCHED);
    if (!written.ok) return written;
    const list = written.value.find(({ raw }) => typeof raw === 'object' && raw !== null);
    if (list) return refused('filter_value_wrong', { name: list.name });
    return withOrder(written.value, order, FETCHED);
  },
);

function withOrder(
  written: readonly WrittenCondition[],
  order: SentMap,
  language: OfflineLanguage,
): Outcome<OfflineQuery, OrderRefusal> {
  return mapDone(readOrder(order, language), (sorted) => ({ conditions: written.map(toCondition), order: sorted }));
}

/** Each row of the error table is looked for in all conditions before the next one is. */
function readFilter(sent: SentMap, language: OfflineLanguage): Outcome<WrittenCondition[], FilterRefusal> {
  if (sent === null) return refused('filter_is_no_map');
  const conditions: WrittenCondition[] = [];
  for (const [key, raw] of Object.entries(sent ?? {})) {
    const { operation, written } = splitKey(key);
    const name = fieldNamed(written, language);
    if (!name) return refused('filter_field_unknown', { name: written });
    conditions.push({ name, operation, raw });
  }
  const odd = conditions.find(({ operation }) => !language.operations.includes(operation));
  return odd ? refused('filter_operation_unknown', { name: odd.operation }) : done(conditions);
}

function readOrder(sent: SentMap, language: OfflineLanguage): Outcome<OfflineOrder[], OrderRefusal> {
  if (sent === null) return refused('order_is_no_map');
  const ways = Object.entries(sent ?? {}).map(([written, raw]) => ({
    written,
    name: fieldNamed(written, language),
    way: toText(raw)?.trim().toUpperCase(),
  }));
  const order: OfflineOrder[] = [];
  for (const { written, name, way } of ways) {
    if (!name) return refused('order_field_unknown', { name: written });
    order.push({ by: COLUMNS[name], isDescending: way === 'DESC', ...(name === 'EVENT_NAME' && { ranks }) });
  }
  return ways.every(({ way }) => way === 'ASC' || way === 'DESC') ? done(order) : refused('order_direction_unknown');
}

/** Events are kept under other names, which have another order. */
const ranks = [...boundEvents].sort((one, other) => compare(one.name, other.name)).map(({ on }) => on);
