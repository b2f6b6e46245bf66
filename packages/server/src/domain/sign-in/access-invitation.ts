import type { Reading } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import { INVITATION_LIFETIME, type Invitation } from './invitation.ts';

export interface OpenInvitation {
  readonly invitation: Invitation;
  /** undefined: they are not in the portal yet, and will be its first administrator. */
  readonly person: User | undefined;
}

/** What a link invites to; nothing once it was used, is too old, or whom it was for was dismissed. */
export async function accessInvitation(
  work: Reading,
  portalId: number,
  code: string,
): Promise<OpenInvitation | undefined> {
  const invitation = await work.invitations.findByCode(code);
  if (invitation?.portalId !== portalId || work.now >= invitation.createdAt + INVITATION_LIFETIME) return undefined;
  if (invitation.userId === null) {
    const isTooLate = (await work.users.listPeople(portalId)).length > 0;
    return isTooLate ? undefined : { invitation, person: undefined };
  }
  const person = await work.users.findUser(invitation.userId);
  return person?.isActive ? { invitation, person } : undefined;
}
