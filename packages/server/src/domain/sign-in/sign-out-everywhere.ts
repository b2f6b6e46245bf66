import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';

/** Ends all web sessions of a user, and the invitation links by which they could choose a password. */
export async function signOutEverywhere(
  work: UnitOfWork,
  { id, portalId }: Pick<User, 'id' | 'portalId'>,
): Promise<void> {
  await work.webSessions.deleteOfUser(id);
  await work.invitations.deleteOfUser(id);
  work.announce({ type: 'accessChanged', portalId, userId: id });
}
