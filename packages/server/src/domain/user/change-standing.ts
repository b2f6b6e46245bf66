import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { Reading, UnitOfWork } from '#storage/unit-of-work.ts';
import { shutOut } from '../sign-in/shut-out.ts';
import { canAdminister } from './administrator.ts';
import { holdUser } from './hold-user.ts';
import type { User } from './user.ts';

export interface Standing {
  readonly isAdmin?: boolean;
  /** false dismisses them: what they said stays, and nothing lets them in any more. */
  readonly isActive?: boolean;
}

export type StandingRefusal = 'guest_as_admin' | 'last_admin';

/** Gives somebody rights or takes them, dismisses somebody or takes them back. For whoever owns the data. */
export async function changeStanding(
  work: UnitOfWork,
  known: User,
  standing: Standing,
): Promise<Outcome<User, StandingRefusal>> {
  // Two administrators who dismiss each other at once would both find that one is left.
  const person = await holdUser(work, known);
  const changed = { ...person, ...standing };
  if (changed.isAdmin && changed.isExtranet) return refused('guest_as_admin');
  if (canAdminister(person) && !canAdminister(changed) && !(await hasOtherAdministrator(work, person)))
    return refused('last_admin');
  await work.users.updateUser(changed, work.now);
  if (!changed.isActive) await shutOut(work, person.id);
  return done(changed);
}

async function hasOtherAdministrator(work: Reading, person: User): Promise<boolean> {
  return (await work.users.listPeople(person.portalId)).some((other) => other.id !== person.id && canAdminister(other));
}
