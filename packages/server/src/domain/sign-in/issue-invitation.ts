import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import { INVITATION_LIFETIME } from './invitation.ts';

/** Letters and digits; guessing one of 36^40 within a week is hopeless. */
const CODE_LENGTH = 40;

/** A link for somebody to choose their password, for the first time or anew; the one they had before is good no more. */
export async function issueInvitation(work: UnitOfWork, person: User): Promise<string> {
  // Two at once would leave two links.
  await work.portals.lockPortal(person.portalId);
  await work.invitations.deleteOfUser(person.id);
  return insertInvitation(work, person.portalId, person.id);
}

/** A link for whoever runs the portal to become its first administrator; undefined once somebody is there. */
export async function issueFounderInvitation(work: UnitOfWork, portalId: number): Promise<string | undefined> {
  await work.portals.lockPortal(portalId);
  if ((await work.users.listPeople(portalId)).length > 0) return undefined;
  await work.invitations.deleteOfFounder(portalId);
  return insertInvitation(work, portalId, null);
}

async function insertInvitation(work: UnitOfWork, portalId: number, userId: number | null): Promise<string> {
  await work.invitations.deleteBefore(work.now - INVITATION_LIFETIME);
  const code = work.random.code(CODE_LENGTH);
  await work.invitations.insertInvitation({ portalId, userId }, code, work.now);
  return code;
}
