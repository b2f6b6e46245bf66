import type { Granted } from '#domain/oauth/exchange-code.ts';
import { type EventOrigin, hostOf } from '../event/auth.ts';

/** The answer to an application that fetches or renews its tokens; what is a number there is one on the wire, too. */
export function presentTokens({ portal, application, origin }: EventOrigin, { userId, tokens }: Granted) {
  return {
    access_token: tokens.accessToken,
    client_endpoint: `${origin}/rest/`,
    domain: hostOf(origin),
    expires: tokens.expires,
    expires_in: tokens.seconds,
    member_id: portal.memberId,
    refresh_token: tokens.refreshToken,
    scope: application.scope.join(','),
    server_endpoint: `${origin}/rest/`,
    status: application.status,
    user_id: userId,
  };
}
