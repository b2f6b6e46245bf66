import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { leaveBehind } from '../leftover/leave-behind.ts';
import type { Department } from './department.ts';

/**
 * Takes a department out. Its parts become parts of the one that it was in, and so do those who work in it, a few hundred
 * at once. For the owner of the data: no caller is checked.
 */
export async function removeDepartment(
  work: UnitOfWork,
  { id, portalId }: Department,
): Promise<Outcome<true, 'department_gone' | 'is_company'>> {
  await work.portals.lockPortal(portalId);
  const known = (await work.departments.listOfPortal(portalId)).find((department) => department.id === id);
  if (!known) return refused('department_gone');
  if (known.parentId === null) return refused('is_company');
  await work.departments.updateParent(id, known.parentId);
  await leaveBehind(work, portalId, 'department', id);
  return done(true);
}
