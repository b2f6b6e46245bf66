import type { IncomingHttpHeaders } from 'node:http';
import { StringDecoder } from 'node:string_decoder';
import { systemErrors } from '#api/kernel/call/api-error.ts';
import { JsonScan, parseMeasured, TooMuchJson } from '#kit/json-scan.ts';
import { inTurns, othersTurn } from '#kit/others-turn.ts';
import { BadQuery } from '#kit/php-query/bad-query.ts';
import { parsePhpQuery, phpTreeOf } from '#kit/php-query/parse.ts';
import { parseLargeQuery } from '#kit/php-query/parse-large.ts';
import { readMultipart } from './multipart.ts';
import { namesIn, withOrderInJson, withOrderOf } from './order-of-calls.ts';

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

/** Why a body is not read whatever is in it; undefined: it is. */
export function whyUnread({ 'content-encoding': encoding }: IncomingHttpHeaders): string | undefined {
  if (encoding === undefined || /^\s*(?:identity)?\s*$/i.test(encoding)) return undefined;
  return `The body is compressed (Content-Encoding: ${encoding.slice(0, 50)}): send it as it is`;
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
  const sent = kind === 'multipart' ? readMultipart(body, type ?? '').then(parsePairs) : parseBody(body, kind);
  return sent instanceof Promise ? sent.then((params) => together(query, params)) : together(query, sent);
}

function together(query: string, sent: Params): Params {
  if (query === '') return sent;
  const pairs = Object.entries(parseForm(query));
  // All of the body comes later than the query, also in the order of the keys: of two spellings the later counts (R42).
  return { ...Object.fromEntries(pairs.filter(([name]) => !Object.hasOwn(sent, name))), ...sent };
}

/** Bytes of a body that is read at once. */
const SMALL = 256 * 1024;

function parseBody(body: Buffer, kind: BodyKind): Params | Promise<Params> {
  if (body.length === 0) return {};
  if (body.length > SMALL) return parseLarge(body, kind);
  const text = withoutMark(body.toString('utf8'));
  return isJson(kind, text) ? parseJson(text, () => parseMeasured(text, body)) : parseForm(text);
}

/** The same in pieces, and a turn for others before it is parsed and before it is dealt with. */
async function parseLarge(body: Buffer, kind: BodyKind): Promise<Params> {
  const begin = withoutMark(body.toString('utf8', 0, SMALL));
  const params = await (isJson(kind, begin) ? parseLargeJson(body) : parseLargeForm(body));
  await othersTurn();
  return params;
}

async function parseLargeJson(body: Buffer): Promise<Params> {
  const decoder = new StringDecoder('utf8');
  const scan = new JsonScan();
  let text = '';
  try {
    for await (const piece of inTurns(body)) {
      scan.take(piece);
      text += decoder.write(piece);
    }
  } catch (error) {
    throw unreadable(error);
  }
  await othersTurn();
  const whole = withoutMark(text + decoder.end());
  return parseJson(whole, () => JSON.parse(whole));
}

async function parseLargeForm(body: Buffer): Promise<Params> {
  try {
    return withOrderOf((await parseLargeQuery(body)) as Params, () => namesIn(body.toString('utf8')));
  } catch (error) {
    throw unreadable(error);
  }
}

function withoutMark(text: string): string {
  return text.charCodeAt(0) === BYTE_ORDER_MARK ? text.slice(1) : text;
}

function isJson(kind: BodyKind, text: string): boolean {
  return kind === 'json' || (kind === 'unknown' && /^\s*[[{]/.test(text));
}

function parseJson(text: string, parse: () => unknown): Params {
  const value = valueOfJson(text, parse);
  if (value === null) return {};
  if (typeof value !== 'object') throw systemErrors.invalidRequest('The body is not a JSON object');
  // A list is how some clients write "no parameters", and how positional ones come.
  return Array.isArray(value) ? { ...value } : withOrderInJson(value as Params, text);
}

/** null for a body that is empty. */
function valueOfJson(text: string, parse: () => unknown): unknown {
  try {
    return parse();
  } catch (error) {
    if (text.trim() === '') return null;
    throw unreadable(error);
  }
}

function parseForm(text: string): Params {
  return readable(() => withOrderOf(parsePhpQuery(text) as Params, () => namesIn(text)));
}

function parsePairs(pairs: readonly (readonly [string, string])[]): Params {
  return readable(() => withOrderOf(phpTreeOf(pairs) as Params, () => pairs.map(([name]) => name)));
}

function readable(parse: () => Params): Params {
  try {
    return parse();
  } catch (error) {
    throw unreadable(error);
  }
}

function unreadable(error: unknown): unknown {
  if (error instanceof BadQuery || error instanceof TooMuchJson) return systemErrors.invalidRequest(error.message);
  return error instanceof SyntaxError ? systemErrors.invalidRequest('The body is not valid JSON') : error;
}
