import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { Application } from '../application/application.ts';
import type { User } from '../user/user.ts';
import { newFamily } from './issue-tokens.ts';

/** Milliseconds that a code is good for. */
const CODE_LIFETIME = 30_000;
const CODE_LENGTH = 32;

/** A person lets an application act for them: the code that it fetches its first tokens with, once. */
export async function grantCode(work: UnitOfWork, application: Application, user: User): Promise<string> {
  const code = work.random.code(CODE_LENGTH);
  const grant = {
    applicationId: application.id,
    userId: user.id,
    family: newFamily(work),
    expiresAt: work.now + CODE_LIFETIME,
  };
  await work.grants.insertCode(code, grant, work.now);
  return code;
}
