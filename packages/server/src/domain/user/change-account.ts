import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { Reading, UnitOfWork } from '#storage/unit-of-work.ts';
import { signOutEverywhere } from '../sign-in/sign-out-everywhere.ts';
import { canAdminister } from './administrator.ts';
import { lockUser } from './lock-user.ts';
import type { User } from './user.ts';

export interface AccountChange {
  readonly isAdmin?: boolean;
  /** false dismisses them: their messages stay, and they cannot sign in any more. */
  readonly isActive?: boolean;
}

export type AccountRefusal = 'guest_as_admin' | 'last_admin';

/** Makes somebody an administrator or ends that, dismisses somebody or takes them back. For the owner of the data: no caller is checked. */
export async function changeAccount(
  work: UnitOfWork,
  known: User,
  change: AccountChange,
): Promise<Outcome<User, AccountRefusal>> {
  // Without the lock, two administrators who dismiss each other at once would both find that one is left.
  const person = await lockUser(work, known);
  const changed = { ...person, ...change };
  if (changed.isAdmin && changed.isExtranet) return refused('guest_as_admin');
  if (canAdminister(person) && !canAdminister(changed) && !(await hasOtherAdministrator(work, person)))
    return refused('last_admin');
  await work.users.updateUser(changed, work.now);
  if (!changed.isActive) await signOutEverywhere(work, person);
  else if (changed.isAdmin !== person.isAdmin)
    work.announce({ type: 'accessChanged', portalId: person.portalId, userId: person.id });
  return done(changed);
}

async function hasOtherAdministrator(work: Reading, person: User): Promise<boolean> {
  return (await work.users.listPeople(person.portalId)).some((other) => other.id !== person.id && canAdminister(other));
}
