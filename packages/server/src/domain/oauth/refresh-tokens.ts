import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { Application } from '../application/application.ts';
import { type GrantRefusal, grantRefusal } from './access-client.ts';
import type { Granted } from './exchange-code.ts';
import { issueTokens } from './issue-tokens.ts';

/** Milliseconds for which the token before the newest still does: its successor may have got lost on the way. */
const GRACE = 60_000;

/**
 * The next tokens of a family (R23). A family gets its row when its first token is used. When an old token comes after its
 * grace period, somebody stole a token, and it cannot be told who: the whole family is revoked.
 */
export async function refreshTokens(
  work: UnitOfWork,
  application: Application,
  refreshToken: string,
): Promise<Outcome<Granted, GrantRefusal>> {
  const token = work.tokens.readRefresh(refreshToken);
  if (token?.applicationId !== application.id || token.expires * 1000 <= work.now) return refused('no_grant');
  const refusal = await grantRefusal(work, application, token.userId);
  if (refusal) return refused(refusal);
  const { family, userId } = token;
  const known = await work.grants.findFamily(family);
  if (known?.isRevoked) return refused('no_grant');
  const isNewest = !known || token.number >= known.number;
  // Not earlier either: setting the clock back must not make the grace longer.
  const isInGrace = known?.number === token.number + 1 && Math.abs(work.now - known.rotatedAt) <= GRACE;
  if (!isNewest && !isInGrace) {
    await work.grants.updateFamilyRevoked(family, application.id, work.now);
    return refused('no_grant');
  }
  const number = isNewest ? token.number + 1 : known.number;
  if (isNewest) await work.grants.updateFamily(family, application.id, number, work.now);
  return done({ userId, tokens: issueTokens(work, application, userId, { family, number }) });
}
