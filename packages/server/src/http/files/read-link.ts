import { type ApiError, systemErrors } from '#api/kernel/call/api-error.ts';
import type { FileLink } from '#domain/file/file-link.ts';
import { parsePhpQuery } from '#kit/php-query/parse.ts';
import type { Reading } from '#storage/unit-of-work.ts';

/** What the token in a query lets its holder do, or what is answered when it is no good. */
export function readLink(work: Reading, query: string): FileLink | ApiError {
  const { token } = parsePhpQuery(query);
  const link = typeof token === 'string' ? work.links.read(token) : undefined;
  if (!link) return systemErrors.invalidToken();
  return link.expires * 1000 < work.now ? systemErrors.expiredToken() : link;
}
