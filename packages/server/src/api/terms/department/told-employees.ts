import type { z } from 'zod';
import { findActive, listDepartments, listEmployees } from '#domain/department/list-people.ts';
import type { User } from '#domain/user/user.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { employeesSchema } from './present.ts';

/** People who are told of in one turn: a few milliseconds. */
const IN_TURN = 300;

type Told = z.infer<typeof employeesSchema>;

/** Who works in departments, as far as they are told of: where many do, that takes several turns. */
export class ToldEmployees {
  /** Ids of those who are left; undefined: nobody has looked yet. */
  #left: readonly number[] | undefined;
  readonly #byDepartment = new Map<number, Told[number][]>();

  /** Tells of some more of them; answers whether there are others. */
  async add(
    work: Reading,
    viewer: User,
    departmentIds: readonly number[],
    tell: (those: readonly User[]) => Promise<Told>,
  ): Promise<boolean> {
    const left = this.#left ?? (await this.#begin(work, viewer, departmentIds));
    const people = await findActive(work, left.slice(0, IN_TURN));
    const told = await tell(people);
    people.forEach(({ profile }, place) => {
      const one = told[place];
      if (one !== undefined) for (const id of profile.departments) this.#byDepartment.get(id)?.push(one);
    });
    this.#left = left.slice(IN_TURN);
    return this.#left.length > 0;
  }

  /** By department. */
  all(): [number, Told][] {
    return [...this.#byDepartment].map(([id, told]) => [id, told as Told]);
  }

  async #begin(work: Reading, viewer: User, departmentIds: readonly number[]): Promise<readonly number[]> {
    const departments = await listDepartments(work, viewer, departmentIds);
    for (const { id } of departments) this.#byDepartment.set(id, []);
    return listEmployees(work, viewer, departments);
  }
}
