import type { UnitOfWork } from '../../storage/unit-of-work.ts';
import { systemErrors } from './api-error.ts';
import type { ApiCaller } from './method.ts';
import { toText } from './read.ts';

/** What came with a request to show who calls. */
export type Credentials =
  | { readonly kind: 'webhook'; readonly userId: number; readonly code: string }
  | { readonly kind: 'none' };

/** Where a request came in. */
export interface Place {
  /** Lower case, without port. */
  readonly host: string;
  readonly origin: string;
}

/**
 * Who calls. One answer for every way to be wrong: what is known of codes is nobody's business. The person may have been
 * dismissed: the few methods that answer them all the same say so.
 */
export async function authenticate(
  work: UnitOfWork,
  credentials: Credentials,
  place: Place,
  clientId: string | undefined,
): Promise<ApiCaller> {
  if (credentials.kind === 'none') throw systemErrors.wrongCredentials();
  const webhook = await work.webhooks.findUsable(credentials.userId, credentials.code, work.now);
  const portal = webhook && (await work.portals.findByHost(place.host));
  const user = webhook && (await work.users.findUser(webhook.userId));
  if (!webhook || portal?.id !== webhook.portalId || !user) throw systemErrors.wrongCredentials();
  return {
    portal,
    user,
    application: undefined,
    clientId,
    auth: 'webhook',
    scope: webhook.scope,
    origin: place.origin,
    key: `webhook ${webhook.id}`,
  };
}

/** What the calling program calls itself, if it does. */
export function clientIdOf(params: Readonly<Record<string, unknown>>): string | undefined {
  return toText(params['CLIENT_ID']) || undefined;
}
