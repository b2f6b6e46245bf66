import { jsonIn, MAX_JSON_TEXT } from '#kit/json-text.ts';
import { has, isObject, REFUSED, type Reader } from './document.ts';
import { type Dropped, Notes } from './omissions.ts';

/** `invalid`: not as its format says. `oversize`: longer than the method takes. */
export type PartFault = 'invalid' | 'oversize';

/** `dropped`: what was left out of it (R48); absent where nothing was. */
export type PartResult<T> = ({ ok: true; value: T } | { ok: false; fault: PartFault }) & {
  dropped?: readonly Dropped[];
};

/** How long the part may be: the UTF-8 bytes or the characters of its JSON (R6). */
export interface PartLimit {
  bytes?: number;
  characters?: number;
  /** One that is too long is left out like anything else that is wrong. */
  isLostWhenTooLong?: boolean;
}

/**
 * Reads a part that comes as a document or as its JSON text; the value is null if it says that there is none.
 *
 * @param measured what is measured of it, where that is not the document as it is stored
 */
export function parsePart<T>(
  name: string,
  raw: unknown,
  limit: PartLimit,
  read: Reader<T>,
  measured: (value: T) => unknown = (value) => value,
): PartResult<T | null> {
  const notes = new Notes(name);
  if (typeof raw === 'string' && raw.length > MAX_JSON_TEXT) return tooLong(notes, limit);
  const document = typeof raw === 'string' ? decode(raw) : raw;
  if (isNone(document)) return { ok: true, value: null };
  const value = document === REFUSED ? notes.refuse('is not JSON') : read(document, notes);
  if (value === REFUSED) {
    notes.drop();
    return { ok: false, fault: 'invalid', dropped: notes.dropped };
  }
  if (value === undefined) return { ok: true, value: null };
  const told = notes.dropped.length > 0 ? { dropped: notes.dropped } : {};
  return exceeds(JSON.stringify(measured(value)), limit) ? tooLong(notes, limit) : { ok: true, value, ...told };
}

function tooLong(notes: Notes, limit: PartLimit): PartResult<null> {
  notes.drop(`is longer than ${sizeOf(limit)}`);
  return limit.isLostWhenTooLong
    ? { ok: true, value: null, dropped: notes.dropped }
    : { ok: false, fault: 'oversize', dropped: notes.dropped };
}

/** A document without its outer key is what stands under that key. A list without items is a part that shows nothing. */
export function wrapped<T>(key: string, read: Reader<T>): Reader<T> {
  return (raw, notes) => {
    const document: Readonly<Record<string, unknown>> = isObject(raw) && has(raw, key) ? raw : { [key]: raw };
    return isNone(document[key]) ? undefined : read(document, notes);
  };
}

/** What says as JSON that there is none. */
const NOTHING: ReadonlySet<string> = new Set(['null', 'false', '""', '"N"', '"0"']);

// N and whatever is empty mean none and remove (R31); 0 is how forms spell false.
function isNone(document: unknown): boolean {
  if (Array.isArray(document)) return document.length === 0;
  if (isObject(document)) return Object.keys(document).length === 0;
  return (
    document === undefined ||
    document === null ||
    document === false ||
    document === 0 ||
    ['', 'N', '0'].includes(String(document))
  );
}

/** Of scalars only those are something that say that there is none. */
function decode(json: string): unknown {
  const trimmed = json.trim();
  const isNothing = isNone(trimmed) || NOTHING.has(trimmed);
  return isNothing ? undefined : (jsonIn(trimmed) ?? REFUSED);
}

function sizeOf({ bytes, characters }: PartLimit): string {
  return characters === undefined ? `${bytes} bytes` : `${characters} characters`;
}

function exceeds(json: string, { bytes, characters }: PartLimit): boolean {
  return (
    (bytes !== undefined && countBytes(json, bytes) > bytes) ||
    (characters !== undefined && countCharacters(json, characters) > characters)
  );
}

// In UTF-8, one to three bytes per unit of the string: most documents need no counting.
function countBytes(json: string, enough: number): number {
  if (json.length > enough || json.length * 3 <= enough) return json.length;
  return new TextEncoder().encode(json).byteLength;
}

// An emoji is one character, but two units of the string.
function countCharacters(json: string, enough: number): number {
  if (json.length <= enough || json.length > enough * 2) return json.length;
  let count = 0;
  for (const _ of json) count += 1;
  return count;
}
