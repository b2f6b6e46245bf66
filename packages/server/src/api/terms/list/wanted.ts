import { toFlag, toInteger, toText } from '#api/kernel/wire/read.ts';
import { parseTime } from '../basic/time.ts';
import type { FactKind } from '../person/fact.ts';

/** Asks for fields in which there is nothing. */
export const NOTHING = Symbol('nothing');

export type Wanted = string | number | typeof NOTHING;

/** A value of a filter, ready to be compared with facts of the kind; undefined for what cannot be one. */
export function toWanted(kind: FactKind, raw: unknown): Wanted | undefined {
  if (kind === 'flag') {
    const isSet = toFlag(raw);
    return isSet === undefined ? undefined : Number(isSet);
  }
  if (kind === 'time') return parseTime(toText(raw) ?? '');
  // How PHP programs ask for the empty field.
  if (raw === '' || raw === false || raw === null) return NOTHING;
  return kind === 'number' ? (toInteger(raw) ?? toDecimal(raw)) : toText(raw)?.toLowerCase();
}

function toDecimal(raw: unknown): number | undefined {
  const text = typeof raw === 'boolean' ? '' : (toText(raw) ?? '').trim();
  return /^[+-]?\d{1,15}(?:\.\d{1,15})?(?:e[+-]?\d{1,2})?$/i.test(text) ? Number(text) : undefined;
}
