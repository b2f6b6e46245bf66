import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { lockUser } from '../user/lock-user.ts';
import type { User } from '../user/user.ts';
import type { Department } from './department.ts';
import { rootDepartment } from './root-department.ts';

/** Has somebody work in a department, too. Guests work in none. For the owner of the data: no caller is checked. */
export async function joinDepartment(
  work: UnitOfWork,
  { id }: Department,
  known: User,
): Promise<Outcome<User, 'is_guest'>> {
  if (known.isExtranet) return refused('is_guest');
  return done(await update(work, known, (ids) => (ids.includes(id) ? ids : [...ids, id])));
}

/** Has somebody work there no more. Whoever works in no other department is in that of the whole company then. */
export async function leaveDepartment(
  work: UnitOfWork,
  { id, portalId }: Department,
  known: User,
): Promise<Outcome<User, 'works_elsewhere' | 'only_in_company'>> {
  if (!known.profile.departments.includes(id)) return refused('works_elsewhere');
  const root = await rootDepartment(work, portalId);
  if (id === root && known.profile.departments.length === 1) return refused('only_in_company');
  return done(
    await update(work, known, (ids) => {
      const others = ids.filter((one) => one !== id);
      return others.length > 0 ? others : [root];
    }),
  );
}

/** Somebody as they are with other departments. */
export function inDepartments(person: User, departments: readonly number[]): User {
  return { ...person, profile: person.profile.with({ departments }) };
}

async function update(
  work: UnitOfWork,
  known: User,
  change: (ids: readonly number[]) => readonly number[],
): Promise<User> {
  const person = await lockUser(work, known);
  const changed = inDepartments(person, change(person.profile.departments));
  await work.users.updateUser(changed, work.now);
  return changed;
}
