/** A browser in which somebody is signed in. */
export interface WebSession {
  readonly id: number;
  readonly portalId: number;
  readonly userId: number;
  /** What a page of ours sends along to show that the person meant it; follows from the token and is stored nowhere. */
  readonly csrf: string;
  /** Browser and system; empty: neither is known. */
  readonly device: string;
  readonly createdAt: number;
  readonly lastSeenAt: number;
}

const DAY = 24 * 60 * 60 * 1000;

/** A browser that was not used for so long is signed out; milliseconds. */
export const SESSION_IDLE_LIFETIME = 14 * DAY;

/** After so long everybody signs in again; milliseconds. */
export const SESSION_LIFETIME = 90 * DAY;

export function hasEnded(session: Pick<WebSession, 'createdAt' | 'lastSeenAt'>, now: number): boolean {
  return now >= session.createdAt + SESSION_LIFETIME || now >= session.lastSeenAt + SESSION_IDLE_LIFETIME;
}
