import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { rootDepartment } from '../department/root-department.ts';
import { isEmailTaken } from './email-taken.ts';
import { announceJoining } from './join-portal.ts';
import { NOTHING_KNOWN, Profile } from './profile.ts';
import { NEW_USER, type User, type UserDraft } from './user.ts';

export interface NewPerson {
  readonly name: string;
  readonly lastName: string;
  readonly email: string;
  readonly isAdmin: boolean;
  readonly isExtranet: boolean;
}

export type AddPersonRefusal = 'name_missing' | 'email_taken' | 'guest_as_admin';

/** Somebody new in the portal; they are in no chat yet and have no webhook. */
export async function addPerson(
  work: UnitOfWork,
  portalId: number,
  draft: NewPerson,
): Promise<Outcome<User, AddPersonRefusal>> {
  const [name, lastName, email] = [draft.name.trim(), draft.lastName.trim(), draft.email.trim()];
  if (name === '') return refused('name_missing');
  // An outside guest sees only the chats they are in; an administrator sees everything. Nobody is both.
  if (draft.isAdmin && draft.isExtranet) return refused('guest_as_admin');
  if (await isEmailTaken(work, portalId, email)) return refused('email_taken');
  const person: UserDraft = {
    ...NEW_USER,
    portalId,
    name,
    lastName,
    email,
    isAdmin: draft.isAdmin,
    isExtranet: draft.isExtranet,
    profile: draft.isExtranet ? NOTHING_KNOWN : Profile.of([await rootDepartment(work, portalId)]),
  };
  const added = await work.users.insertUser(person, work.now);
  await announceJoining(work, added);
  return done(added);
}
