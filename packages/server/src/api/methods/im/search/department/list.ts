import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { employeesOnly } from '#api/terms/department/access.ts';
import { userData } from '#api/terms/department/params.ts';
import { departmentSchema, exampleDepartment, presentDepartments } from '#api/terms/department/present.ts';
import { departmentRow } from '#api/terms/department/rows.ts';
import { partOf } from '#api/terms/list/paging.ts';
import { offsetParams } from '#api/terms/list/params.ts';
import { anyPhrase } from '#api/terms/search/params.ts';
import { searchRow } from '#api/terms/search/rows.ts';
import { findDepartments } from '#domain/search/find-departments.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'im.search.department.list',
  summary: 'Finds departments by how words of their full names begin.',
  page: 'api-reference/chats/search/im-search-department-list',
  scope: 'im',
  reads: true,
  isPaged: true,
  params: {
    FIND: anyPhrase('Beginnings of words, all of which a department is found by'),
    USER_DATA: userData,
    ...offsetParams,
  },
  guards: [employeesOnly],
  errors: [searchRow.short, departmentRow.employeesOnly],
  result: z.array(departmentSchema),
  example: { params: { FIND: 'Labs', USER_DATA: 'N', OFFSET: 0, LIMIT: 10 }, result: [exampleDepartment] },
  async handle({ work, caller, params }) {
    const found = await findDepartments(work, caller.user, params.FIND);
    const shown = found.slice(params.OFFSET, params.OFFSET + params.LIMIT);
    return done(partOf(await presentDepartments(work, shown, params.USER_DATA, caller.origin), found.length, params));
  },
});
