import { defineMethod } from '#api/kernel/definition/method.ts';
import { LATER } from '#api/kernel/definition/unfinished.ts';
import { byId, keyedById } from '#api/terms/basic/keyed.ts';
import { employeesOnly } from '#api/terms/department/access.ts';
import { departmentIds, userData } from '#api/terms/department/params.ts';
import { employeesSchema, presentEmployees } from '#api/terms/department/present.ts';
import { departmentRow } from '#api/terms/department/rows.ts';
import { ToldEmployees } from '#api/terms/department/told-employees.ts';
import type { User } from '#domain/user/user.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'im.department.employees.get',
  summary: 'Lists who works in departments; those that are not there are left out.',
  page: 'api-reference/chats/departments/im-department-employees-get',
  scope: 'im',
  reads: true,
  gathers: () => new ToldEmployees(),
  params: { ID: departmentIds, USER_DATA: userData },
  guards: [employeesOnly],
  errors: [departmentRow.idEmpty, departmentRow.employeesOnly],
  result: keyedById(employeesSchema),
  example: { params: { ID: [3, 7], USER_DATA: 'N' }, result: { 3: [13], 7: [] } },
  async handle({ work, caller, params, gathered }) {
    const tell = (those: readonly User[]) => presentEmployees(work, those, params.USER_DATA, caller.origin);
    if (await gathered.add(work, caller.user, params.ID, tell)) return done(LATER);
    return done(byId(gathered.all()));
  },
});
