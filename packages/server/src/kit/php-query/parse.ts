import { MAX_DEPTH, MAX_FIELDS } from '../json-scan.ts';
import { BadQuery } from './bad-query.ts';
import { type PhpKey, type PhpMap, PhpTree } from './tree.ts';

export interface QueryLimits {
  /** Bracket pairs of one name. */
  readonly levels: number;
  readonly fields: number;
}

export const LIMITS: QueryLimits = { levels: MAX_DEPTH, fields: MAX_FIELDS };

const SPACE = 0x20;
const PERCENT = 0x25;
const PLUS = 0x2b;
const DOT = 0x2e;
const BRACKET = 0x5b;
const UNDERSCORE = 0x5f;

/**
 * Reads `a[b][]=1&c=2` the way PHP's `parse_str` does, oddities included: clients of the dialect were written against
 * a PHP server. An array with the keys 0, 1, 2 ... in that order becomes an array, any other an object without a
 * prototype. Two things cannot be as in PHP: JavaScript puts the whole-number keys of an object first and in ascending
 * order (see sent-order.ts), and bytes that are not UTF-8 become U+FFFD (so that two names of such bytes may become one).
 * @throws {BadQuery} over a limit; nothing is ever cut off in silence
 */
export function parsePhpQuery(text: string, limits: Partial<QueryLimits> = {}): PhpMap {
  const { levels, fields } = { ...LIMITS, ...limits };
  const tree = new PhpTree();
  const end = endOfText(text);
  let count = 0;
  for (let start = 0, stop: number; start < end; start = stop + 1) {
    stop = text.indexOf('&', start);
    if (stop < 0 || stop > end) stop = end;
    if (stop === start) continue;
    count += 1;
    if (count > fields) throw new BadQuery(`There are more than ${fields} fields`);
    // Cut out first: to look for "=" in the whole text would read to its end for each field that has none.
    const field = text.slice(start, stop);
    const equals = field.indexOf('=');
    if (equals < 0) assign(tree, decoded(field), '', levels);
    else assign(tree, decoded(field.slice(0, equals)), decoded(field.slice(equals + 1)), levels);
  }
  return tree.root;
}

/** The same of names and values that need no decoding, as the parts of a multipart form. */
export function phpTreeOf(pairs: Iterable<readonly [name: string, value: string]>, levels = LIMITS.levels): PhpMap {
  const tree = new PhpTree();
  for (const [name, value] of pairs) assign(tree, name, value, levels);
  return tree.root;
}

/** For PHP the text ends at a NUL, and so does each name. */
function endOfText(text: string): number {
  const nul = text.indexOf('\0');
  return nul < 0 ? text.length : nul;
}

function assign(tree: PhpTree, decodedName: string, value: string, levels: number): void {
  const name = decodedName.slice(0, endOfText(decodedName)).replace(/^ +/, '');
  let open = name.indexOf('[');
  if (open === 0) return;
  // Never closed, a first bracket is only one more odd character.
  if (open > 0 && !name.includes(']', open)) open = -1;
  const variable = plainVariable(open < 0 ? name : name.slice(0, open));
  if (variable === '' || isForged(variable, name)) return;

  const path: PhpKey[] = [variable];
  while (open >= 0) {
    if (path.length > levels) throw new BadQuery(`The name of a field has brackets deeper than ${levels} levels`);
    const close = name.indexOf(']', open);
    // A later one that is never closed counts for nothing, as does what stands between two pairs.
    if (close < 0) break;
    const key = keyWithin(name.slice(open + 1, close));
    if (isForged(key, name)) {
      tree.put(path, undefined);
      return;
    }
    path.push(key);
    open = name[close + 1] === '[' ? close + 1 : -1;
  }
  tree.put(path, value);
}

/** PHP stores nothing under a key by which browsers vouch for a cookie, unless the name that was sent begins so, too. */
function isForged(key: PhpKey, name: string): boolean {
  const prefix = key && /^__(?:Host|Secure)-/.exec(key)?.[0];
  return !!prefix && !name.startsWith(prefix);
}

/** As the name of a PHP variable. By the byte, like decoding: to replace a million dots within a text takes 0.1 s. */
function plainVariable(name: string): string {
  if (!/[ .[]/.test(name)) return name;
  const bytes = Buffer.from(name);
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === SPACE || byte === DOT || byte === BRACKET) bytes[at] = UNDERSCORE;
  }
  return bytes.toString('utf8');
}

/** `[]`, and with one white space character in it, too, asks for the next free index. */
function keyWithin(brackets: string): PhpKey {
  return /^[ \t-\r]?$/.test(brackets) ? undefined : brackets;
}

/** Percent signs without two hexadecimal digits stay what they are. */
function decoded(text: string): string {
  // Bytes, since one character may be spread over several escapes.
  return /[%+]/.test(text) ? urlDecode(Buffer.from(text)).toString('utf8') : text;
}

/** The same of bytes; the answer is another buffer. */
export function urlDecode(encoded: Buffer): Buffer {
  // What is decoded is never longer.
  const bytes = Buffer.allocUnsafe(encoded.length);
  let length = 0;
  for (let at = 0; at < encoded.length; at += 1) {
    let byte = encoded[at];
    if (byte === PLUS) byte = SPACE;
    else if (byte === PERCENT) {
      const escaped = (hexDigit(encoded[at + 1]) << 4) | hexDigit(encoded[at + 2]);
      if (escaped >= 0) {
        byte = escaped;
        at += 2;
      }
    }
    bytes[length] = byte ?? 0;
    length += 1;
  }
  return bytes.subarray(0, length);
}

/** Its value, or -1, which no other digit can hide: all bits of it are set. */
function hexDigit(byte = 0): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
