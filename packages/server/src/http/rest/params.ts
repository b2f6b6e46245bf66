import type { IncomingHttpHeaders } from 'node:http';
import { systemErrors } from '#api/kernel/call/api-error.ts';
import { parseMeasured, TooMuchJson } from '#kit/json-scan.ts';
import { BadQuery } from '#kit/php-query/bad-query.ts';
import { parsePhpQuery } from '#kit/php-query/parse.ts';
import { readMultipart } from './multipart.ts';

export type Params = Record<string, unknown>;

const BYTE_ORDER_MARK = 0xfeff;

/** What a body is written in, as far as its header says so; `unknown`: JSON shows itself, everything else is a form. */
export type BodyKind = 'json' | 'form' | 'multipart' | 'unknown';

/** Careless headers count as what they say in plain words: `application/json;charset`, `form, text/html`. */
export function bodyKind(type = ''): BodyKind {
  if (type === 'application/json') return 'json';
  const plain = type.toLowerCase();
  if (plain.startsWith('multipart/')) return 'multipart';
  if (plain.includes('json')) return 'json';
  return plain.includes('x-www-form-urlencoded') ? 'form' : 'unknown';
}

/** For the web framework, which turns away a header that it cannot read. */
export function plainBodyType(headers: IncomingHttpHeaders): void {
  const kind = bodyKind(headers['content-type']);
  if (kind === 'json') headers['content-type'] = 'application/json';
  else if (kind === 'form') headers['content-type'] = 'application/x-www-form-urlencoded';
  else if (kind === 'unknown') delete headers['content-type'];
}

/**
 * Query and body as one plain object, whatever they were written in; the body wins. A promise only where the parser
 * answers with one.
 * @throws {ApiError} INVALID_REQUEST for what cannot be read or holds too much
 */
export function paramsOf(query: string, body: Buffer, type: string | undefined): Params | Promise<Params> {
  const kind = bodyKind(type);
  return kind === 'multipart'
    ? readMultipart(body, type ?? '').then((pairs) => together(query, parsePairs(pairs)))
    : together(query, parseBody(body, kind));
}

function together(query: string, sent: Params): Params {
  if (query === '') return sent;
  const pairs = Object.entries(parseForm(query));
  // All of the body comes later than the query, also in the order of the keys: of two spellings the later counts (R42).
  return { ...Object.fromEntries(pairs.filter(([name]) => !Object.hasOwn(sent, name))), ...sent };
}

function parseBody(body: Buffer, kind: BodyKind): Params {
  if (body.length === 0) return {};
  const sent = body.toString('utf8');
  const text = sent.charCodeAt(0) === BYTE_ORDER_MARK ? sent.slice(1) : sent;
  if (kind === 'json' || (kind === 'unknown' && /^\s*[[{]/.test(text))) return parseJson(text, body);
  return parseForm(text);
}

function parseJson(text: string, body: Buffer): Params {
  const value = measuredJson(text, body);
  if (value === null) return {};
  if (typeof value !== 'object') throw systemErrors.invalidRequest('The body is not a JSON object');
  // A list is how some clients write "no parameters", and how positional ones come.
  return Array.isArray(value) ? { ...value } : (value as Params);
}

/** null for a body that is empty. */
function measuredJson(text: string, body: Buffer): unknown {
  try {
    return parseMeasured(text, body);
  } catch (error) {
    if (text.trim() === '') return null;
    throw systemErrors.invalidRequest(error instanceof TooMuchJson ? error.message : 'The body is not valid JSON');
  }
}

function parseForm(text: string): Params {
  try {
    return parsePhpQuery(text) as Params;
  } catch (error) {
    throw error instanceof BadQuery ? systemErrors.invalidRequest(error.message) : error;
  }
}

function parsePairs(pairs: readonly (readonly [string, string])[]): Params {
  try {
    return parseForm(pairs.map((pair) => pair.map(encodeURIComponent).join('=')).join('&'));
  } catch (error) {
    // Some encodings can write half of a surrogate pair.
    throw error instanceof URIError ? systemErrors.unreadableText() : error;
  }
}
