import { jsonIn } from '#kit/json-text.ts';
import { wholeNumber } from '#kit/whole-number.ts';

/*
 * How values are spelled on the wire: numbers as numbers or strings, flags as Y/N, 1/0, true/false, lists as JSON text
 * or as objects with the keys 0, 1, 2 that a form body makes of them. Each answers undefined for what it cannot read.
 */

export function toText(raw: unknown): string | undefined {
  if (typeof raw === 'string') return raw;
  if (typeof raw === 'number' || typeof raw === 'bigint') return String(raw);
  if (typeof raw === 'boolean') return raw ? '1' : '';
  return undefined;
}

export function toInteger(raw: unknown): number | undefined {
  if (typeof raw === 'number') return Number.isSafeInteger(raw) ? raw : undefined;
  return typeof raw === 'string' ? wholeNumber(raw) : undefined;
}

/**
 * A number to read on from (R39). One that is too large to be exact stands behind every line, as the largest does:
 * PHP_INT_MAX is where a loop backwards begins.
 */
export function toCursor(raw: unknown): number | undefined {
  const exact = toInteger(raw);
  if (exact !== undefined) return exact;
  const isWhole = typeof raw === 'number' ? Number.isInteger(raw) : typeof raw === 'string' && LARGE.test(raw);
  return isWhole ? Math.sign(Number(raw)) * Number.MAX_SAFE_INTEGER : undefined;
}

const LARGE = /^\s*[+-]?\d{16,40}\s*$/;

/** 0 or more. */
export function toId(raw: unknown): number | undefined {
  const value = toInteger(raw);
  return value !== undefined && value >= 0 ? value : undefined;
}

export function toFlag(raw: unknown): boolean | undefined {
  const word = typeof raw === 'string' ? raw.trim().toLowerCase() : raw;
  if (word === true || word === 1 || word === 'y' || word === '1' || word === 'true') return true;
  if (word === false || word === 0 || word === 'n' || word === '0' || word === 'false') return false;
  return undefined;
}

export function toList(raw: unknown): unknown[] | undefined {
  if (Array.isArray(raw)) return raw;
  if (typeof raw === 'string') return toList(jsonIn(raw));
  if (typeof raw !== 'object' || raw === null) return undefined;
  const keys = Object.keys(raw);
  return keys.every((key) => /^\d+$/.test(key)) ? Object.values(raw) : undefined;
}

export function toObject(raw: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof raw === 'string') return toObject(jsonIn(raw));
  // An empty list is what an empty map looks like to the languages that have one type for both.
  if (Array.isArray(raw)) return raw.length === 0 ? {} : undefined;
  return typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : undefined;
}

/** A list or a map that comes as JSON is decoded, so that whoever measures and reads it does so once; else what was sent. */
export function decoded(raw: unknown): unknown {
  return typeof raw === 'string' ? (jsonIn(raw) ?? raw) : raw;
}
