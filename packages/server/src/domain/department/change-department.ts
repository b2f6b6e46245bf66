import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { checkHead, type HeadRefusal } from './add-department.ts';
import { type Department, isWithin } from './department.ts';

/** What is left out stays; a head of null: nobody. */
export interface DepartmentChange {
  readonly name?: string;
  readonly parentId?: number;
  readonly headId?: number | null;
}

export type ChangeDepartmentRefusal =
  | 'department_gone'
  | 'parent_gone'
  | 'name_missing'
  | 'company_has_no_parent'
  | 'circle'
  | HeadRefusal;

/** Renames a department, moves it with its parts, or gives it another head. For the owner of the data: no caller is checked. */
export async function changeDepartment(
  work: UnitOfWork,
  { id, portalId }: Department,
  change: DepartmentChange,
): Promise<Outcome<Department, ChangeDepartmentRefusal>> {
  // Two units that put two departments into each other would both find that they may.
  await work.portals.lockPortal(portalId);
  const all = await work.departments.listOfPortal(portalId);
  const known = all.find((department) => department.id === id);
  if (!known) return refused('department_gone');
  const { name = known.name, parentId = known.parentId, headId = known.headId } = change;
  if (name.trim() === '') return refused('name_missing');
  if (parentId !== known.parentId && parentId !== null) {
    if (known.parentId === null) return refused('company_has_no_parent');
    if (!all.some((department) => department.id === parentId)) return refused('parent_gone');
    if (isWithin(all, parentId, id)) return refused('circle');
  }
  if (change.headId !== undefined) {
    const head = await checkHead(work, portalId, change.headId);
    if (!head.ok) return head;
  }
  const changed = { ...known, name: name.trim(), parentId, headId };
  await work.departments.updateDepartment(changed);
  return done(changed);
}
