/*
 * Where the catalog in fixtures/ is not followed because a later page or what portals send says otherwise. Each
 * amendment names its ruling, and the contract tests hold to the amended catalog.
 */

import type { DocumentedRow } from './checks/catalog.ts';

/** R46: rows that stand behind others than on the page, by method: the one that moves, and the one that it follows. */
const MOVED: Readonly<Record<string, { readonly row: string; readonly behind: string }>> = {
  'im.message.add': { row: 'MESSAGE_EMPTY', behind: 'ACCESS_ERROR' },
};

/** N16: statuses that are others than on the page, by method and code. */
const STATUSES: Readonly<Record<string, Readonly<Record<string, number>>>> = { 'app.info': { ACCESS_DENIED: 403 } };

/** The error table of a page as it is followed. */
export function amendedRows(method: string, documented: readonly DocumentedRow[]): readonly DocumentedRow[] {
  const rows = documented.map((one) => ({ ...one, status: STATUSES[method]?.[one.code] ?? one.status }));
  const { row, behind } = MOVED[method] ?? {};
  const moved = rows.find(({ code }) => code === row);
  if (!moved) return rows;
  return rows.filter((one) => one !== moved).flatMap((one) => (one.code === behind ? [one, moved] : [one]));
}

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
