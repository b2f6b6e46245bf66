import type { UnitOfWork } from '../../storage/unit-of-work.ts';
import type { User } from '../user/user.ts';

/**
 * A new password, which was found good and hashed before: hashing is slow on purpose, and everybody who writes would
 * wait for it here. It ends what was opened with the old one.
 */
export async function setPassword(work: UnitOfWork, user: User, passwordHash: string): Promise<void> {
  await work.credentials.putPasswordHash(user.id, passwordHash, work.now);
  await work.webSessions.deleteOfUser(user.id);
}
