/*
 * Where the catalog in fixtures/ is not followed because a later page or what portals send says otherwise. Each
 * amendment names its ruling, and the contract tests hold to the amended catalog.
 */

interface Payload {
  readonly auth?: Readonly<Record<string, unknown>>;
}

/** R37: what stands beside an access token in every event, also where the page of the event leaves it out. */
const BESIDE_A_TOKEN = { expires: 1, expires_in: 3600, scope: 'im,imbot', user_id: 1 };

/** The documented payload of an event with what every event has. */
export function amendedPayload(documented: unknown): unknown {
  const payload = documented as Payload;
  const hasToken = payload.auth !== undefined && 'access_token' in payload.auth;
  return hasToken ? { ...payload, auth: { ...BESIDE_A_TOKEN, ...payload.auth } } : payload;
}
