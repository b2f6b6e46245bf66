import { z } from 'zod';
import { joinDepartment, leaveDepartment } from '#domain/department/work-in.ts';
import { fullName, type User } from '#domain/user/user.ts';
import { defineCommand } from '../../definition.ts';
import { Refusal } from '../../refusal.ts';
import {
  department,
  departmentCalled,
  listDepartment,
  listedDepartment,
  workingPeople,
} from '../../terms/department.ts';
import { anyoneCalled, person, personCalled } from '../../terms/names.ts';

const names = z.array(person).max(100).default([]);

const REFUSALS = {
  is_guest: (name: string) => `${name} is a guest from outside: those work in no department`,
  works_elsewhere: (name: string) => `${name} does not work there`,
  only_in_company: (name: string) => `${name} works in no other department: add them to that first`,
} as const;

export default defineCommand({
  pages: 'administrator',
  summary: 'Says who works in a department, after it took people in or let them go; those may work in several.',
  body: z.strictObject({
    department,
    add: names.describe('Who is to work in it, too'),
    remove: names.describe('Who works in it no more: without another department, in that of the whole company'),
  }),
  answer: listedDepartment.extend({ members: z.array(z.strictObject({ id: z.number(), name: z.string() })) }),
  run: ({ store, portalId }, { department: which, add, remove }) =>
    store.write(async (work) => {
      const known = await departmentCalled(work, portalId, which);
      for (const name of add) {
        const person = await personCalled(work, portalId, name);
        const joined = await joinDepartment(work, known, person);
        if (!joined.ok) throw refusal(joined.reason, person);
      }
      for (const name of remove) {
        const person = await anyoneCalled(work, portalId, name);
        const left = await leaveDepartment(work, known, person);
        if (!left.ok) throw refusal(left.reason, person);
      }
      const people = await workingPeople(work, portalId);
      return {
        ...(await listDepartment(work, known)),
        members: people
          .filter(({ profile }) => profile.departments.includes(known.id))
          .map((person) => ({ id: person.id, name: fullName(person) })),
      };
    }),
});

function refusal(reason: keyof typeof REFUSALS, person: User): Refusal {
  const name = fullName(person);
  return new Refusal(reason, REFUSALS[reason](name), { name });
}
