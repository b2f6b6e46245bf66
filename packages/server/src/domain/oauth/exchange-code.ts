import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { Application } from '../application/application.ts';
import { type GrantRefusal, grantRefusal } from './access-client.ts';
import { type IssuedTokens, issueTokens } from './issue-tokens.ts';

/** Tokens, and in whose name they act. */
export interface Granted {
  readonly userId: number;
  readonly tokens: IssuedTokens;
}

/**
 * The first tokens for a code. A code that comes a second time has leaked: the tokens that were issued for it the first
 * time cannot be renewed any more.
 */
export async function exchangeCode(
  work: UnitOfWork,
  application: Application,
  code: string,
): Promise<Outcome<Granted, GrantRefusal>> {
  await work.grants.lockCode(code);
  const grant = await work.grants.findCode(code);
  if (grant?.applicationId !== application.id) return refused('no_grant');
  const { family, userId } = grant;
  if (grant.isUsed) {
    await work.grants.updateFamilyRevoked(family, application.id, work.now);
    return refused('no_grant');
  }
  if (grant.expiresAt <= work.now) return refused('no_grant');
  const refusal = await grantRefusal(work, application, userId);
  if (refusal) return refused(refusal);
  await work.grants.updateCodeUsed(code, work.now);
  return done({ userId, tokens: issueTokens(work, application, userId, { family, number: 0 }) });
}
