import { JsonScan } from '#kit/json-scan.ts';
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
  if (typeof raw === 'string') return toList(fromJson(raw));
  if (typeof raw !== 'object' || raw === null) return undefined;
  const keys = Object.keys(raw);
  return keys.every((key) => /^\d+$/.test(key)) ? Object.values(raw) : undefined;
}

export function toObject(raw: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof raw === 'string') return toObject(fromJson(raw));
  // An empty list is what an empty map looks like to the languages that have one type for both.
  if (Array.isArray(raw)) return raw.length === 0 ? {} : undefined;
  return typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : undefined;
}

/** Characters of a text that are looked at together. */
const PIECE = 16 * 1024;
const UNREADABLE = /\\u(?:0000|d[89a-f])/i;

/**
 * The limits on bodies hold for what lies in their strings, too. Escapes of NUL and of halves of surrogate pairs are no
 * text that could be kept: a string with them is not read.
 */
function fromJson(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    const scan = new JsonScan();
    // In pieces: most of what is too much shows in the first of them.
    for (let at = 0; at < text.length; at += PIECE) scan.take(Buffer.from(text.slice(at, at + PIECE)));
    return UNREADABLE.test(text) ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
