import { keysInJson } from '#kit/json-keys.ts';
import { keepOrder, keysAsSent } from '#kit/sent-order.ts';
import type { Parsed } from '../definition/field.ts';
import { decoded, toObject, toText } from '../wire/read.ts';

/** One call of a batch: under which name, which method, with what. */
export interface BatchCommand {
  readonly key: string;
  readonly method: string;
  /** As a query string, or as an object where a client sends `{method, params}`. */
  readonly query: string | Readonly<Record<string, unknown>>;
}

/** In the order in which they were sent. A list, or a map by name, of `method?query`; clients also send `{method, params}`. */
export function toCommands(raw: unknown): Parsed<BatchCommand[]> {
  const sent = decoded(raw);
  const map: Readonly<Record<string, unknown>> | undefined = Array.isArray(sent) ? { ...sent } : toObject(sent);
  if (!map) return { ok: false, fault: 'invalid' };
  if (typeof raw === 'string') keepOrder(map, [...keysInJson(raw, 0).keys()]);
  return { ok: true, value: keysAsSent(map).map((key) => toCommand(key, map[key])) };
}

function toCommand(key: string, value: unknown): BatchCommand {
  if (typeof value === 'object' && value !== null) {
    const { method, params, query } = value as Record<string, unknown>;
    return {
      key,
      method: (toText(method) ?? '').trim(),
      query: toObject(params) ?? (typeof query === 'string' ? query : {}),
    };
  }
  const text = toText(value) ?? '';
  const mark = text.indexOf('?');
  return mark < 0
    ? { key, method: text.trim(), query: '' }
    : { key, method: text.slice(0, mark).trim(), query: text.slice(mark + 1) };
}
