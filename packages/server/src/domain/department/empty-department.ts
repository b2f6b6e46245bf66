import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { Emptying } from '../leftover/emptying.ts';
import { lockUser } from '../user/lock-user.ts';
import { inDepartments } from './work-in.ts';

/** Those who worked in a department that was removed work in the one that it was a part of. */
export const emptyDepartment: Emptying = async (work: UnitOfWork, departmentId: number, most: number) => {
  const department = await work.departments.findEver(departmentId);
  if (!department) return 0;
  const { portalId, parentId } = department;
  const people = (await work.users.listPeople(portalId)).filter((one) =>
    one.profile.departments.includes(departmentId),
  );
  for (const person of people.slice(0, most)) {
    const others = person.profile.departments.filter((id) => id !== departmentId);
    const ids = parentId === null || others.includes(parentId) ? others : [...others, parentId];
    await work.users.updateUser(inDepartments(await lockUser(work, person), ids), work.now);
  }
  if (people.length >= most) return most;
  await work.departments.deleteDepartment(departmentId);
  return people.length;
};
