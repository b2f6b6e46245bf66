import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { type AddPersonRefusal, addPerson } from '../user/add-person.ts';
import { isEmailTaken } from '../user/email-taken.ts';
import { joinPortal } from '../user/join-portal.ts';
import { lockUser } from '../user/lock-user.ts';
import type { User } from '../user/user.ts';
import { accessInvitation } from './access-invitation.ts';
import { setPassword } from './set-password.ts';

export interface Acceptance {
  readonly name: string;
  readonly lastName: string;
  readonly email: string;
  /** Of a password that was found good before; see `setPassword`. */
  readonly passwordHash: string;
}

export type AcceptRefusal = 'invitation_over' | AddPersonRefusal;

/** Whoever has the link tells who they are and how they sign in from now on. The link is used up. */
export async function acceptInvitation(
  work: UnitOfWork,
  portalId: number,
  code: string,
  { passwordHash, ...told }: Acceptance,
): Promise<Outcome<User, AcceptRefusal>> {
  const open = await accessInvitation(work, portalId, code);
  if (!open || !(await work.invitations.lockInvitation(open.invitation.id))) return refused('invitation_over');
  const person = await (open.person
    ? rename(work, await lockUser(work, open.person), told)
    : addPerson(work, portalId, { ...told, isAdmin: true, isExtranet: false }));
  if (!person.ok) return person;
  await work.invitations.deleteInvitation(open.invitation.id);
  await setPassword(work, person.value, passwordHash);
  return person;
}

async function rename(
  work: UnitOfWork,
  person: User,
  told: Omit<Acceptance, 'passwordHash'>,
): Promise<Outcome<User, AddPersonRefusal>> {
  const [name, lastName, email] = [told.name.trim(), told.lastName.trim(), told.email.trim()];
  if (name === '') return refused('name_missing');
  if (await isEmailTaken(work, person.portalId, email, person.id)) return refused('email_taken');
  return done(await joinPortal(work, { ...person, name, lastName, email }));
}
