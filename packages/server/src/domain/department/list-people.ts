import type { Reading } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import { type Department, inOrder, isWithin, type NamedDepartment, withFullNames } from './department.ts';

/** Departments of the viewer's portal with these ids, as they stand in the structure; others are left out. */
export async function listDepartments(work: Reading, viewer: User, ids: readonly number[]): Promise<NamedDepartment[]> {
  const all = inOrder(await work.departments.listOfPortal(viewer.portalId));
  const wanted = new Set(ids);
  return withFullNames(all.map(({ department }) => department)).filter(({ id }) => wanted.has(id));
}

/** Ids of those who work in any of the departments, ascending; nobody who was dismissed. */
export function listEmployees(work: Reading, viewer: User, departments: readonly Department[]): Promise<number[]> {
  return work.names.listWorkingIn(viewer.portalId, idsOf(departments));
}

/** Who heads each of the departments; nobody who was dismissed. */
export async function listHeads(work: Reading, departments: readonly Department[]): Promise<Map<number, User[]>> {
  const heads = await findActive(
    work,
    departments.flatMap(({ headId }) => headId ?? []),
  );
  return new Map(departments.map(({ id, headId }) => [id, heads.filter((head) => head.id === headId)] as const));
}

/**
 * Ids of those who work with the viewer: in the departments that they work in, with the heads of these. Who heads a
 * department works with all in it and its parts, and with the heads of all departments. Ascending.
 */
export async function listColleagues(work: Reading, viewer: User): Promise<number[]> {
  const all = await work.departments.listOfPortal(viewer.portalId);
  const headed = all.filter(({ headId }) => headId === viewer.id);
  const own = all.filter(({ id }) => viewer.profile.departments.includes(id));
  const below = all.filter(({ id }) => headed.some((one) => isWithin(all, id, one.id)));
  const heads = (headed.length > 0 ? all : own).flatMap(({ headId }) => headId ?? []);
  const ids = await work.names.listWorkingIn(viewer.portalId, idsOf([...own, ...below]));
  const colleagues = new Set([...ids, ...(await findActive(work, heads)).map(({ id }) => id)]);
  colleagues.delete(viewer.id);
  return [...colleagues].sort((a, b) => a - b);
}

/** Ids in one query. */
const CHUNK = 500;

/** Those of them who were not dismissed. */
export async function findActive(work: Reading, ids: readonly number[]): Promise<User[]> {
  const different = [...new Set(ids)];
  const found: User[] = [];
  for (let at = 0; at < different.length; at += CHUNK)
    for (const user of await work.users.findUsers(different.slice(at, at + CHUNK))) if (user.isActive) found.push(user);
  return found;
}

function idsOf(departments: readonly Department[]): number[] {
  return [...new Set(departments.map(({ id }) => id))];
}
