import type { Reading } from '#storage/unit-of-work.ts';
import type { Application } from '../application/application.ts';
import { REFRESH_LIFETIME } from './token.ts';

export interface IssuedTokens {
  readonly accessToken: string;
  /** When the access token expires; seconds since 1970. */
  readonly expires: number;
  /** For how many seconds it lives. */
  readonly seconds: number;
  readonly refreshToken: string;
}

/** A place in a family of refresh tokens. */
export interface Generation {
  readonly family: string;
  readonly number: number;
}

/** Of all that goes along with events: those of one second that speak for one user carry the same access token. */
const UNASKED = '00000000';

/**
 * A pair of tokens for an application to act in a user's name: one that was asked for, in its generation; else one that
 * goes along with something, as the first of a new family.
 */
export function issueTokens(work: Reading, application: Application, userId: number, asked?: Generation): IssuedTokens {
  const generation = asked ?? { family: newFamily(work), number: 0 };
  const mark = asked ? work.random.hex(UNASKED.length) : UNASKED;
  const holder = { portalId: application.portalId, applicationId: application.id, userId };
  const now = Math.floor(work.now / 1000);
  const expires = now + application.tokenSeconds;
  return {
    accessToken: work.tokens.access({ ...holder, expires, mark }),
    expires,
    seconds: application.tokenSeconds,
    refreshToken: work.tokens.refresh({ ...holder, ...generation, expires: now + REFRESH_LIFETIME }),
  };
}

export function newFamily(work: Reading): string {
  return work.random.hex(16);
}
