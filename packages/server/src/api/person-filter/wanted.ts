import { toFlag, toInteger, toText } from '../kernel/read.ts';
import type { FactKind } from './facts.ts';

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
  return kind === 'number' ? toInteger(raw) : toText(raw)?.toLowerCase();
}

const ISO = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)?)?$/;
/** The portal's own format: 02/26/2026, with 09:27:30 behind it or not. */
const OWN = /^(\d\d)\/(\d\d)\/(\d{4})(?: (\d\d:\d\d(?::\d\d)?))?$/;

/** Milliseconds since 1970; without an offset it is the portal's time. */
function parseTime(text: string): number | undefined {
  const trimmed = text.trim();
  const [isOwn, month, day, year, clock = '00:00:00'] = OWN.exec(trimmed) ?? [];
  const iso = isOwn === undefined ? trimmed.replace(' ', 'T') : `${year}-${month}-${day}T${clock}`;
  if (!ISO.test(iso)) return undefined;
  const at = Date.parse(/T.*(?:Z|[+-]\d\d:\d\d)$/.test(iso) || !iso.includes('T') ? iso : `${iso}Z`);
  return Number.isNaN(at) ? undefined : at;
}
