import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import { signOutEverywhere } from './sign-out-everywhere.ts';

/**
 * A new password, which was found good and hashed before: hashing is slow on purpose, and everybody who writes would
 * wait for it here. It ends what was opened with the old one, and the links by which another could be chosen.
 */
export async function setPassword(work: UnitOfWork, user: User, passwordHash: string): Promise<void> {
  await work.credentials.updatePasswordHash(user.id, passwordHash, work.now);
  await signOutEverywhere(work, user);
}
