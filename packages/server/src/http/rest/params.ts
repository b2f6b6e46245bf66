import type { IncomingHttpHeaders } from 'node:http';
import { systemErrors } from '#api/kernel/call/api-error.ts';
import { JsonScan, TooMuchJson } from '#kit/json-scan.ts';
import { BadQuery } from '#kit/php-query/bad-query.ts';
import { parsePhpQuery } from '#kit/php-query/parse.ts';
import { readMultipart } from './multipart.ts';

export type Params = Record<string, unknown>;

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
 * Query and body as one plain object, whatever they were written in; the body wins.
 * @throws {ApiError} INVALID_REQUEST for what cannot be read or holds too much
 */
export async function paramsOf(url: string, body: Buffer, type: string | undefined): Promise<Params> {
  const mark = url.indexOf('?');
  const kind = bodyKind(type);
  const sent = kind === 'multipart' ? parsePairs(await readMultipart(body, type ?? '')) : parseBody(body, kind);
  if (mark < 0) return sent;
  const query = Object.entries(parseForm(url.slice(mark + 1)));
  // All of the body comes later than the query, also in the order of the keys: of two spellings the later counts (R42).
  return { ...Object.fromEntries(query.filter(([name]) => !Object.hasOwn(sent, name))), ...sent };
}

function parseBody(body: Buffer, kind: BodyKind): Params {
  if (body.length === 0) return {};
  const text = body.toString('utf8').replace(/^\ufeff/, '');
  if (kind === 'json' || (kind === 'unknown' && /^\s*[[{]/.test(text))) return parseJson(text, body);
  return parseForm(text);
}

function parseJson(text: string, body: Buffer): Params {
  if (text.trim() === '') return {};
  const value = scannedJson(text, body);
  if (value === null) return {};
  if (typeof value !== 'object') throw systemErrors.invalidRequest('The body is not a JSON object');
  // A list is how some clients write "no parameters", and how positional ones come.
  return Array.isArray(value) ? { ...value } : (value as Params);
}

function scannedJson(text: string, body: Buffer): unknown {
  try {
    new JsonScan().take(body);
    return JSON.parse(text);
  } catch (error) {
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
