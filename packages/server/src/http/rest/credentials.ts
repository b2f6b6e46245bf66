import type { Credentials } from '#api/kernel/call/authenticate.ts';
import type { Incoming } from '../incoming.ts';
import { type SessionCallOptions, sessionCredentials } from '../sign-in/session-call.ts';

/**
 * What a request whose address names nobody shows to be let in: an access token, sent as `auth` with the parameters
 * or in the header `Authorization: Bearer`, else the cookie of a page of ours. An empty `auth` is none.
 */
export function shownCredentials(
  request: Incoming,
  params: Readonly<Record<string, unknown>>,
  options: SessionCallOptions,
): Credentials | Promise<Credentials> {
  const { auth } = params;
  const token = auth === undefined || auth === null || auth === '' ? bearerOf(request) : auth;
  if (token === undefined) return sessionCredentials(request, params, options);
  return { kind: 'token', token: typeof token === 'string' ? token : '' };
}

/** The token in the header, if there is one. */
export function bearerOf({ headers }: Pick<Incoming, 'headers'>): string | undefined {
  return headers.authorization === undefined ? undefined : /^Bearer +(\S+) *$/i.exec(headers.authorization)?.[1];
}
