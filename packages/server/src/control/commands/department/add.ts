import { z } from 'zod';
import { type AddDepartmentRefusal, addDepartment } from '#domain/department/add-department.ts';
import { defineCommand } from '../../definition.ts';
import { Refusal } from '../../refusal.ts';
import {
  department,
  departmentName,
  HEAD_REFUSALS,
  listDepartment,
  listedDepartment,
  parentCalled,
} from '../../terms/department.ts';
import { person, personCalled } from '../../terms/names.ts';

const REFUSALS: Readonly<Record<AddDepartmentRefusal, string>> = {
  ...HEAD_REFUSALS,
  parent_gone: 'What it was to be a part of was removed meanwhile',
  name_missing: 'A department needs a name',
  too_many_departments: 'There are 1000 departments already, and no more are possible',
};

export default defineCommand({
  pages: 'administrator',
  summary: 'Adds a department to the company. Nobody works in it yet.',
  body: z.strictObject({
    name: departmentName,
    parent: department.describe('What it is a part of: id or name; the whole company unless it is said').optional(),
    head: person.describe('Who heads it: id, name, full name or e-mail address').optional(),
  }),
  answer: listedDepartment,
  run: ({ store, portalId }, { name, parent, head }) =>
    store.write(async (work) => {
      const parentId = await parentCalled(work, portalId, parent);
      const headId = head === undefined ? null : (await personCalled(work, portalId, head)).id;
      const added = await addDepartment(work, { portalId, name, parentId, headId });
      if (!added.ok) throw new Refusal(added.reason, REFUSALS[added.reason]);
      return listDepartment(work, added.value);
    }),
});
