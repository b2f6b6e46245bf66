import type { Credentials } from '#api/kernel/call/authenticate.ts';
import { keepingAnswers } from '#kit/keeping-answers.ts';

export interface RestPath {
  readonly method: string;
  readonly format: 'json' | 'xml';
  readonly credentials: Credentials;
  /** An address of REST 3, which has none of these methods: `/rest/api/...` (R43). */
  readonly isRest3?: true;
}

/** The two sides of the question mark; without one the query is empty. */
export function cutUrl(url: string): { readonly path: string; readonly query: string } {
  const mark = url.indexOf('?');
  return mark < 0 ? { path: url, query: '' } : { path: url.slice(0, mark), query: url.slice(mark + 1) };
}

/**
 * `/rest/<user>/<code>/<method>` or `/rest/<method>`, with doubled and trailing slashes anywhere and an ending that
 * picks the format: clients in the wild put addresses together carelessly.
 * undefined: not an address of the REST interface at all.
 */
export function parseRestPath(path: string): RestPath | undefined {
  const [, user, code, method] = AS_DOCUMENTED.exec(path) ?? [];
  if (method === undefined) return parseAnyPath(path);
  return user === undefined || code === undefined
    ? { credentials: NOBODY, ...parseMethod(method) }
    : { credentials: { kind: 'webhook', userId: Number(user), code }, ...parseMethod(method) };
}

/** The same for the whole of an address: programs call the same few over and over. */
export const parseKnownPath = keepingAnswers(parseRestPath);

/** Who calls is said elsewhere: in a token, or by a cookie. */
const NOBODY = { kind: 'none' } as const;

/** What nearly every address looks like: there is nothing to decode, and nothing in it to be careful about. */
const AS_DOCUMENTED = /^\/rest\/(?:([1-9]\d{0,14})\/([a-z0-9]+)\/)?([a-z0-9.]+)$/i;

function parseAnyPath(path: string): RestPath | undefined {
  const parts = path.split('/').filter((part) => part !== '');
  if (parts[0]?.toLowerCase() !== 'rest') return undefined;
  const [, ...rest] = parts.map(decoded);
  if (rest.length > 1 && rest[0]?.toLowerCase() === 'api')
    return { method: rest.at(-1) ?? '', format: 'json', credentials: NOBODY, isRest3: true };
  if (rest.length > 3) return undefined;
  const [first = '', code, last = ''] = rest;
  if (code === undefined) return { credentials: NOBODY, ...parseMethod(first) };
  const userId = /^[1-9]\d{0,14}$/.test(first) ? Number(first) : 0;
  return { credentials: { kind: 'webhook', userId, code }, ...parseMethod(last) };
}

function parseMethod(name: string): { method: string; format: 'json' | 'xml' } {
  const dot = name.lastIndexOf('.');
  const ending = name.slice(dot + 1).toLowerCase();
  if (dot < 0 || (ending !== 'json' && ending !== 'xml')) return { method: name, format: 'json' };
  return { method: name.slice(0, dot), format: ending };
}

/** As it stands where it is not well encoded: then it is simply no name that anything has. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
