import { z } from 'zod';
import { removeDepartment } from '#domain/department/remove-department.ts';
import { defineCommand } from '../../definition.ts';
import { Refusal } from '../../refusal.ts';
import { department, departmentCalled, listDepartment, listedDepartment } from '../../terms/department.ts';

const REFUSALS = {
  department_gone: 'The department was removed meanwhile',
  is_company: 'That is the company itself: it cannot be removed, only renamed',
} as const;

export default defineCommand({
  pages: 'administrator',
  summary: 'Removes a department, and answers with what it was. Its parts and its people go to the one that it was in.',
  body: z.strictObject({ department }),
  answer: listedDepartment,
  run: ({ store, portalId }, { department: which }) =>
    store.write(async (work) => {
      const known = await departmentCalled(work, portalId, which);
      const listed = await listDepartment(work, known);
      const removed = await removeDepartment(work, known);
      if (!removed.ok) throw new Refusal(removed.reason, REFUSALS[removed.reason]);
      return listed;
    }),
});
