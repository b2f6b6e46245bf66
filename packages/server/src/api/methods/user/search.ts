import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { field } from '#api/terms/basic/fields.ts';
import { gatherConditions } from '#api/terms/list/gather.ts';
import { filterMap, sortParams, start } from '#api/terms/list/params.ts';
import { DEPARTMENT_NAME, departmentNameFact, FIND, searchFilter } from '#api/terms/list/search.ts';
import { listPeople } from '#api/terms/person/people-list.ts';
import { personSchema } from '#api/terms/person/schema.ts';
import { USER_SCOPES } from '#api/terms/person/user-scope.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'user.search',
  summary: 'Finds people by how their names, job titles or departments begin, 50 at a time; never bots.',
  page: 'api-reference/user/user-search',
  scope: USER_SCOPES,
  reads: true,
  isPaged: true,
  prepare: (sent) => gatherConditions(sent, [FIND, DEPARTMENT_NAME]),
  params: {
    FILTER: filterMap('FIND: words to find anywhere; or NAME, LAST_NAME, WORK_POSITION, UF_DEPARTMENT_NAME, USER_TYPE'),
    ...sortParams,
    ADMIN_MODE: field.flag('Administrators see everybody anyway', false),
    select: field.words('Fields to tell; * for all, UF_* for all of those'),
    start,
  },
  errors: [],
  result: z.array(personSchema),
  example: {
    params: { FILTER: { FIND: 'ali ow' } },
    result: [{ ID: '1', ACTIVE: true, NAME: 'Alice', WORK_POSITION: 'Owner', UF_DEPARTMENT: [1] }],
  },
  async handle({ work, caller, params }) {
    const departments = departmentNameFact(await work.departments.listOfPortal(caller.portal.id));
    const facts = { [DEPARTMENT_NAME]: departments };
    return done(await listPeople(work, caller, params, (factOf) => searchFilter(params.FILTER, factOf), facts));
  },
});
