import { defineMethod } from '#api/kernel/definition/method.ts';
import { employeesOnly } from '#api/terms/department/access.ts';
import { userData } from '#api/terms/department/params.ts';
import { peopleSchema, presentPeople } from '#api/terms/department/present.ts';
import { departmentRow } from '#api/terms/department/rows.ts';
import { partOf } from '#api/terms/list/paging.ts';
import { offsetParams } from '#api/terms/list/params.ts';
import { listColleagues } from '#domain/department/list-people.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'im.department.colleagues.list',
  summary: 'Lists who works with the caller: of a head those below, and the other heads, too.',
  page: 'api-reference/chats/departments/im-department-colleagues-list',
  scope: 'im',
  reads: true,
  isPaged: true,
  params: { USER_DATA: userData, ...offsetParams },
  guards: [employeesOnly],
  errors: [{ ...departmentRow.employeesOnly, message: 'Only intranet users have access to this method.' }],
  result: peopleSchema,
  example: { params: { USER_DATA: 'N', OFFSET: 0, LIMIT: 5 }, result: [9, 13] },
  async handle({ work, caller, params }) {
    const ids = await listColleagues(work, caller.user);
    const people = await work.users.findUsers(ids.slice(params.OFFSET, params.OFFSET + params.LIMIT));
    return done(partOf(await presentPeople(work, people, params.USER_DATA, caller.origin), ids.length, params));
  },
});
