import { z } from 'zod';
import { defineCommand } from '../../definition.ts';
import { listDepartments, listedDepartment } from '../../terms/department.ts';

export default defineCommand({
  pages: 'administrator',
  summary: 'Lists the departments of the company, each followed by its parts.',
  body: z.strictObject({}),
  answer: z.strictObject({ departments: z.array(listedDepartment) }),
  run: ({ store, portalId }) => store.read(async (work) => ({ departments: await listDepartments(work, portalId) })),
});
