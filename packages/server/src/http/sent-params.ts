import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyRequest } from 'fastify';
import { systemErrors } from '#api/kernel/call/api-error.ts';
import { isShallow, MAX_DEPTH } from '#api/kernel/wire/read.ts';
import { BadQuery } from '#kit/php-query/bad-query.ts';
import { parsePhpQuery } from '#kit/php-query/parse.ts';
import { readMultipart } from './multipart.ts';

type Params = Record<string, unknown>;

const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';

/** Query and body as one plain object, whatever they were written in; the body wins. Throws what the caller did wrong. */
export async function sentParams(request: FastifyRequest): Promise<Params> {
  const mark = request.originalUrl.indexOf('?');
  const body = await sentBody(request);
  return mark < 0 ? body : { ...parseForm(request.originalUrl.slice(mark + 1)), ...body };
}

/** What a body says it is written in, in plain words or not at all: the web server turns away a header it cannot read. */
export function plainBodyType(headers: IncomingHttpHeaders): void {
  const type = headers['content-type']?.toLowerCase() ?? '';
  if (type.startsWith('multipart/')) return;
  if (type.includes('json')) headers['content-type'] = JSON_TYPE;
  else if (type.includes('x-www-form-urlencoded')) headers['content-type'] = FORM_TYPE;
  else delete headers['content-type'];
}

async function sentBody(request: FastifyRequest): Promise<Params> {
  const type = request.headers['content-type'];
  if (type?.toLowerCase().startsWith('multipart/')) return parseFormPairs(await readMultipart(request));
  const body = request.body;
  if (!Buffer.isBuffer(body) || body.length === 0) return {};
  const text = body.toString('utf8').replace(/^\ufeff/, '');
  if (type === JSON_TYPE) return parseJson(text);
  if (type === FORM_TYPE) return parseForm(text);
  // Without a type, or with one that says nothing: JSON shows itself.
  return /^\s*[[{]/.test(text) ? parseJson(text) : parseForm(text);
}

function parseJson(text: string): Params {
  if (text.trim() === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw systemErrors.invalidRequest('The body is not valid JSON');
  }
  if (value === null) return {};
  if (typeof value !== 'object') throw systemErrors.invalidRequest('The body is not a JSON object');
  if (!isShallow(value)) throw systemErrors.invalidRequest(`The body is nested deeper than ${MAX_DEPTH} levels`);
  // A list is how some clients write "no parameters", and how positional ones come.
  return Array.isArray(value) ? { ...value } : (value as Params);
}

function parseForm(text: string): Params {
  try {
    return parsePhpQuery(text) as Params;
  } catch (error) {
    throw error instanceof BadQuery ? systemErrors.invalidRequest(error.message) : error;
  }
}

function parseFormPairs(pairs: readonly (readonly [string, string])[]): Params {
  return parseForm(pairs.map((pair) => pair.map(encodeURIComponent).join('=')).join('&'));
}
