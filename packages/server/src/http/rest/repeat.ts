import type { IncomingHttpHeaders } from 'node:http';
import type { RepeatMark } from '#api/kernel/call/repeats.ts';
import { parsePhpQuery } from '#kit/php-query/parse.ts';

/** How the vendor's SDK numbers its requests: the same number for each try of one of them. */
const NAME = 'bx24_request_id';

/** What makes a request the repeat of another (R44); undefined: it does not say. */
export function repeatOf(url: string, headers: IncomingHttpHeaders, body: Buffer): RepeatMark | undefined {
  const key = headers['idempotency-key'];
  const mark = url.indexOf('?');
  if (key === undefined && (mark < 0 || !url.includes(NAME, mark))) return undefined;
  const query = mark < 0 ? '' : url.slice(mark + 1);
  const id = typeof key === 'string' && key !== '' ? key : parsePhpQuery(query)[NAME];
  if (typeof id !== 'string' || id === '') return undefined;
  return { id, content: query === '' ? body : Buffer.concat([Buffer.from(`${query}\n`), body]) };
}
