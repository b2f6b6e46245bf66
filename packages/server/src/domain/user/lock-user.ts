import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { User } from './user.ts';

/**
 * Locks a user until the unit ends, and reads them again. Rows are written as a whole: a unit that wrote what it read
 * before the lock would undo what others changed meanwhile, such as a dismissal.
 */
export async function lockUser(work: UnitOfWork, user: User): Promise<User> {
  await work.portals.lockPortal(user.portalId);
  return (await work.users.findUser(user.id)) ?? user;
}
