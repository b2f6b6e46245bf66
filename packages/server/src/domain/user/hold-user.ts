import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { User } from './user.ts';

/**
 * The user as they are now, whom nobody else changes until the unit ends. A row is written as a whole: whoever wrote what
 * they read earlier would undo what was changed meanwhile, a dismissal too.
 */
export async function holdUser(work: UnitOfWork, user: User): Promise<User> {
  await work.portals.lockPortal(user.portalId);
  return (await work.users.findUser(user.id)) ?? user;
}
