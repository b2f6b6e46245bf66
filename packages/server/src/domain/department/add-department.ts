import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { Reading, UnitOfWork } from '#storage/unit-of-work.ts';
import type { Department } from './department.ts';

/** Whoever looks for people reads all departments: with more than this, everybody would wait for them. */
const MOST_DEPARTMENTS = 1000;

export interface NewDepartment {
  readonly portalId: number;
  readonly name: string;
  readonly parentId: number;
  readonly headId: number | null;
}

export type AddDepartmentRefusal = 'name_missing' | 'parent_gone' | 'too_many_departments' | HeadRefusal;
export type HeadRefusal = 'head_unknown' | 'head_is_guest';

/** A new part of a department that is there; nobody works in it yet. For the owner of the data: no caller is checked. */
export async function addDepartment(
  work: UnitOfWork,
  draft: NewDepartment,
): Promise<Outcome<Department, AddDepartmentRefusal>> {
  const { portalId, parentId, headId } = draft;
  const name = draft.name.trim();
  if (name === '') return refused('name_missing');
  // Two units at once would both find the last place, and one would not see that the other takes the parent out.
  await work.portals.lockPortal(portalId);
  const known = await work.departments.listOfPortal(portalId);
  if (!known.some(({ id }) => id === parentId)) return refused('parent_gone');
  if (known.length >= MOST_DEPARTMENTS) return refused('too_many_departments');
  const head = await checkHead(work, portalId, headId);
  if (!head.ok) return head;
  return done(await work.departments.insertDepartment({ portalId, name, parentId, headId }, work.now));
}

/** Somebody who works here, which guests and bots do not, nor those who were dismissed. */
export async function checkHead(
  work: Reading,
  portalId: number,
  headId: number | null,
): Promise<Outcome<true, HeadRefusal>> {
  if (headId === null) return done(true);
  const head = await work.users.findUser(headId);
  if (head?.portalId !== portalId || head.isBot || !head.isActive) return refused('head_unknown');
  return head.isExtranet ? refused('head_is_guest') : done(true);
}
