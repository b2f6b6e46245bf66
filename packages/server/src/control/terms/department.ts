import { z } from 'zod';
import type { HeadRefusal } from '#domain/department/add-department.ts';
import { type Department, inOrder, type PlacedDepartment } from '#domain/department/department.ts';
import { rootDepartment } from '#domain/department/root-department.ts';
import { fullName, type User } from '#domain/user/user.ts';
import { Complaint } from '#kit/complaint.ts';
import type { Reading, UnitOfWork } from '#storage/unit-of-work.ts';

/*
 * What the commands about departments have in common.
 */

export const department = z.string().describe('A department: id or name');
export const departmentName = z.string().max(255);

/** A department as lists show it. */
export const listedDepartment = z.strictObject({
  id: z.number(),
  name: z.string(),
  parentId: z.number().nullable().describe('The department that it is a part of; null: the company itself'),
  depth: z.number().describe('How many departments it is a part of'),
  head: z.strictObject({ id: z.number(), name: z.string() }).nullable(),
  people: z.number().describe('Who work in it; those of its parts are not counted'),
});

export type ListedDepartment = z.infer<typeof listedDepartment>;

export const HEAD_REFUSALS: Readonly<Record<HeadRefusal, string>> = {
  head_unknown: 'A head is somebody who works here',
  head_is_guest: 'A guest from outside cannot head a department',
};

/** All departments, each followed by its parts. */
export async function listDepartments(work: Reading, portalId: number): Promise<ListedDepartment[]> {
  const people = await workingPeople(work, portalId);
  return inOrder(await work.departments.listOfPortal(portalId)).map((placed) => present(placed, people));
}

/** One of them as {@link listDepartments} has it. */
export async function listDepartment(work: Reading, { id, portalId }: Department): Promise<ListedDepartment> {
  const found = (await listDepartments(work, portalId)).find((department) => department.id === id);
  if (!found) throw new Error(`Department ${id} is in no company structure`);
  return found;
}

/** Those who are in the portal, by id. */
export async function workingPeople(work: Reading, portalId: number): Promise<User[]> {
  return (await work.users.listPeople(portalId)).filter(({ isActive }) => isActive);
}

/** A department by id or name. */
export async function departmentCalled(work: Reading, portalId: number, name: string): Promise<Department> {
  const wanted = name.trim().toLowerCase();
  const all = await work.departments.listOfPortal(portalId);
  const found = all.filter((one) => String(one.id) === wanted || one.name.toLowerCase() === wanted);
  const [only, another] = found;
  const listed = (some: readonly Department[]) => some.map((one) => `${one.name} (${one.id})`).join(', ');
  if (!only) throw new Complaint(`There is no department called "${name}". There are: ${listed(all) || 'none yet'}`);
  if (another) throw new Complaint(`"${name}" fits several departments: ${listed(found)}. Use the id`);
  return only;
}

/** The id of the department that another one is to be a part of: of the whole company unless it is said. */
export async function parentCalled(work: UnitOfWork, portalId: number, name: string | undefined): Promise<number> {
  return name === undefined ? rootDepartment(work, portalId) : (await departmentCalled(work, portalId, name)).id;
}

function present({ department, depth }: PlacedDepartment, people: readonly User[]): ListedDepartment {
  const { id, name, parentId, headId } = department;
  const head = people.find((person) => person.id === headId);
  return {
    id,
    name,
    parentId,
    depth,
    head: head ? { id: head.id, name: fullName(head) } : null,
    people: people.filter(({ profile }) => profile.departments.includes(id)).length,
  };
}
