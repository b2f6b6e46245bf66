import { z } from 'zod';
import { type ChangeDepartmentRefusal, changeDepartment } from '#domain/department/change-department.ts';
import { defineCommand } from '../../definition.ts';
import { Refusal } from '../../refusal.ts';
import {
  department,
  departmentCalled,
  departmentName,
  HEAD_REFUSALS,
  listDepartment,
  listedDepartment,
} from '../../terms/department.ts';
import { person, personCalled } from '../../terms/names.ts';

const REFUSALS: Readonly<Record<ChangeDepartmentRefusal, string>> = {
  ...HEAD_REFUSALS,
  department_gone: 'The department was removed meanwhile',
  parent_gone: 'What it was to be a part of was removed meanwhile',
  name_missing: 'A department needs a name',
  company_has_no_parent: 'That is the company itself, which is a part of nothing',
  circle: 'A department cannot be a part of itself or of one of its own parts',
};

export default defineCommand({
  pages: 'administrator',
  summary: 'Changes a department: what is left out stays as it is. Its parts go with it where it goes.',
  body: z.strictObject({
    department,
    name: departmentName.optional(),
    parent: department.describe('What it is a part of: id or name').optional(),
    head: person.nullable().optional().describe('Who heads it: id, name, full name or e-mail address; null: nobody'),
  }),
  answer: listedDepartment,
  run: ({ store, portalId }, { department: which, name, parent, head }) =>
    store.write(async (work) => {
      const known = await departmentCalled(work, portalId, which);
      const changed = await changeDepartment(work, known, {
        ...(name !== undefined && { name }),
        ...(parent !== undefined && { parentId: (await departmentCalled(work, portalId, parent)).id }),
        ...(head !== undefined && { headId: head === null ? null : (await personCalled(work, portalId, head)).id }),
      });
      if (!changed.ok) throw new Refusal(changed.reason, REFUSALS[changed.reason]);
      return listDepartment(work, changed.value);
    }),
});
