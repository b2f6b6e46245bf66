import { defineMethod } from '#api/kernel/definition/method.ts';
import { byId, keyedById } from '#api/terms/basic/keyed.ts';
import { employeesOnly } from '#api/terms/department/access.ts';
import { departmentIds, userData } from '#api/terms/department/params.ts';
import { peopleSchema, presentByDepartment, presentPeople } from '#api/terms/department/present.ts';
import { departmentRow } from '#api/terms/department/rows.ts';
import { listDepartments, listHeads } from '#domain/department/list-people.ts';
import type { User } from '#domain/user/user.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'im.department.managers.get',
  summary: 'Lists who heads departments; those that are not there are left out.',
  page: 'api-reference/chats/departments/im-department-managers-get',
  scope: 'im',
  reads: true,
  params: { ID: departmentIds, USER_DATA: userData },
  guards: [employeesOnly],
  errors: [departmentRow.idEmpty, departmentRow.employeesOnly],
  result: keyedById(peopleSchema),
  example: { params: { ID: [3, 7], USER_DATA: 'N' }, result: { 3: [13], 7: [] } },
  async handle({ work, caller, params }) {
    const departments = await listDepartments(work, caller.user, params.ID);
    const people = await listHeads(work, departments);
    const present = (those: readonly User[]) => presentPeople(work, those, params.USER_DATA, caller.origin);
    return done(byId(await presentByDepartment(people, present)));
  },
});
