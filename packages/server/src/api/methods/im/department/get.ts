import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { employeesOnly } from '#api/terms/department/access.ts';
import { departmentIds, userData } from '#api/terms/department/params.ts';
import { departmentSchema, exampleDepartment, presentDepartments } from '#api/terms/department/present.ts';
import { departmentRow } from '#api/terms/department/rows.ts';
import { listDepartments } from '#domain/department/list-people.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'im.department.get',
  summary: 'Tells of departments; those that are not there are left out.',
  page: 'api-reference/chats/departments/im-department-get',
  scope: 'im',
  reads: true,
  params: { ID: departmentIds, USER_DATA: userData },
  guards: [employeesOnly],
  errors: [
    { code: 'INVALID_FORMAT', message: 'A wrong format for the ID field is passed', status: 400, wrong: 'ID' },
    departmentRow.employeesOnly,
  ],
  result: z.array(departmentSchema),
  example: { params: { ID: [3, 7], USER_DATA: 'N' }, result: [exampleDepartment] },
  async handle({ work, caller, params }) {
    const departments = await listDepartments(work, caller.user, params.ID);
    return done(await presentDepartments(work, departments, params.USER_DATA, caller.origin));
  },
});
