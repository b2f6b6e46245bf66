import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { field } from '#api/terms/basic/fields.ts';
import { personFilter } from '#api/terms/list/filter.ts';
import { gatherConditions } from '#api/terms/list/gather.ts';
import { filterMap, sortParams, start } from '#api/terms/list/params.ts';
import { listPeople } from '#api/terms/person/people-list.ts';
import { personSchema } from '#api/terms/person/schema.ts';
import { USER_SCOPES } from '#api/terms/person/user-scope.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'user.get',
  summary: 'Lists people by a filter, 50 at a time; never bots.',
  page: 'api-reference/user/user-get',
  scope: USER_SCOPES,
  reads: true,
  isPaged: true,
  prepare: (sent) => gatherConditions(sent),
  params: {
    ...sortParams,
    FILTER: filterMap(
      'Conditions by field; what a key begins with says how to compare: =, !, >, >=, <, <=, @, !@, %, !%, =%, !=%',
    ),
    ADMIN_MODE: field.flag('Administrators see everybody anyway', false),
    select: field.words('Fields to tell; * for all, UF_* for all of those'),
    IMAGE_RESIZE: field.choice('Pictures are kept in one size', ['', 'small', 'medium', 'large'], ''),
    start,
  },
  errors: [],
  result: z.array(personSchema),
  example: {
    params: { FILTER: { '!ID': 2, ACTIVE: true }, sort: 'ID', order: 'ASC' },
    result: [{ ID: '1', ACTIVE: true, NAME: 'Alice', UF_DEPARTMENT: [1], USER_TYPE: 'employee' }],
  },
  async handle({ work, caller, params }) {
    return done(await listPeople(work, caller, params, (factOf) => personFilter(params.FILTER, factOf)));
  },
});
