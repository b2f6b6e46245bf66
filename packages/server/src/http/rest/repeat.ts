import type { RepeatMark } from '#api/kernel/call/repeats.ts';
import { parsePhpQuery } from '#kit/php-query/parse.ts';
import type { SentRequest } from './sent-request.ts';

/** How the vendor's SDK numbers its requests: the same number for each try of one of them. */
const NAME = 'bx24_request_id';

/** What makes a request the repeat of another (R44); undefined: it does not say. */
export function repeatOf({ query, incoming }: SentRequest, body: Buffer): RepeatMark | undefined {
  const key = incoming.headers['idempotency-key'];
  if (key === undefined && !query.includes(NAME)) return undefined;
  const id = typeof key === 'string' && key !== '' ? key : parsePhpQuery(query)[NAME];
  if (typeof id !== 'string' || id === '') return undefined;
  return { id, content: query === '' ? body : Buffer.concat([Buffer.from(`${query}\n`), body]) };
}
