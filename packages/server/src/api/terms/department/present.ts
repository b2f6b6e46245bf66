import { z } from 'zod';
import { component } from '#api/kernel/wire/component.ts';
import type { NamedDepartment } from '#domain/department/department.ts';
import { listHeads } from '#domain/department/list-people.ts';
import type { User } from '#domain/user/user.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { presentUserOf, presentUsers } from '../user/present.ts';
import { userSchema } from '../user/schema.ts';

const id = z.number().int();

export const departmentSchema = component(
  'Department',
  'A part of the company',
  z.object({
    id,
    name: z.string(),
    full_name: z.string().describe('With the departments that it is a part of behind it, the company last'),
    manager_user_id: id.describe('Who heads it; 0: nobody'),
    manager_user_data: userSchema.nullable().optional().describe('If it is asked for; null: nobody heads it'),
  }),
);

export const exampleDepartment = {
  id: 7,
  name: 'Development',
  full_name: 'Development / Company',
  manager_user_id: 103,
} as const;

/** People as ids, or told of. */
export const peopleSchema = z.union([z.array(id), z.array(userSchema)]);

/** The page of those who work in departments knows no larger picture. */
const employeeSchema = component('Employee', 'Who works in a department', userSchema.omit({ avatar_hr: true }));

export const employeesSchema = z.union([z.array(id), z.array(employeeSchema)]);

/** With their heads where these are asked for. */
export async function presentDepartments(
  work: Reading,
  departments: readonly NamedDepartment[],
  withHeads: boolean,
  origin: string,
): Promise<z.infer<typeof departmentSchema>[]> {
  const heads = await listHeads(work, departments);
  const presented = [];
  for (const { id, name, fullName } of departments) {
    const [head] = heads.get(id) ?? [];
    presented.push({
      id,
      name,
      full_name: fullName,
      manager_user_id: head?.id ?? 0,
      ...(withHeads && { manager_user_data: head ? await presentUserOf(work, head, origin) : null }),
    });
  }
  return presented;
}

export async function presentPeople(
  work: Reading,
  people: readonly User[],
  withData: boolean,
  origin: string,
): Promise<z.infer<typeof peopleSchema>> {
  return withData ? presentUsers(work, people, origin) : people.map((one) => one.id);
}

export async function presentEmployees(
  work: Reading,
  people: readonly User[],
  withData: boolean,
  origin: string,
): Promise<z.infer<typeof employeesSchema>> {
  if (!withData) return people.map((one) => one.id);
  return (await presentUsers(work, people, origin)).map(({ avatar_hr: _, ...told }) => told);
}

/** By department. */
export async function presentByDepartment<T>(
  people: ReadonlyMap<number, readonly User[]>,
  present: (those: readonly User[]) => Promise<T>,
): Promise<(readonly [number, T])[]> {
  const presented: (readonly [number, T])[] = [];
  for (const [id, those] of people) presented.push([id, await present(those)]);
  return presented;
}
