import type { Credentials } from '#api/kernel/call/authenticate.ts';
import { isSameSecret } from '#kit/same-secret.ts';
import type { Store } from '#storage/store.ts';
import type { Incoming } from '../incoming.ts';
import type { PlaceOptions } from '../place.ts';
import { sessionToken } from './cookie.ts';
import { isFromOwnPage } from './own-origin.ts';
import { findSignedIn } from './signed-in.ts';

/** As the vendor's own pages send it. */
const HEADER = 'x-bitrix-csrf-token';
const PARAM = 'sessid';

export interface SessionCallOptions extends PlaceOptions {
  readonly store: Store;
}

/**
 * Who calls a method from a page of ours. The cookie alone shows nothing, as a browser sends it along with whatever
 * any page makes it send: the call has to name the secret of the session, which only our pages can read.
 */
export async function sessionCredentials(
  request: Incoming,
  params: Readonly<Record<string, unknown>>,
  options: SessionCallOptions,
): Promise<Credentials> {
  if (sessionToken(request) === undefined || !isFromOwnPage(request, options)) return { kind: 'none' };
  const named = request.headers[HEADER] ?? params[PARAM];
  const signedIn = typeof named === 'string' ? await findSignedIn(request, options.store) : undefined;
  return signedIn && isSameSecret(String(named), signedIn.csrf)
    ? { kind: 'session', userId: signedIn.userId }
    : { kind: 'none' };
}
