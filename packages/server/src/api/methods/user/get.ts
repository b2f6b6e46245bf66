import { z } from 'zod';
import { done } from '../../../kit/outcome.ts';
import { field } from '../../fields.ts';
import { defineMethod } from '../../kernel/method.ts';
import { listPeople } from '../../person/people-list.ts';
import { personFilter } from '../../person-filter/filter.ts';
import { gatherConditions } from '../../person-filter/gather.ts';
import { USER_SCOPES } from '../../user-scope.ts';

export default defineMethod({
  name: 'user.get',
  summary: 'Lists people by a filter, 50 at a time; never bots.',
  page: 'api-reference/user/user-get',
  scope: USER_SCOPES,
  reads: true,
  prepare: (sent) => gatherConditions(sent),
  params: {
    sort: field.any('Field to sort by; ID when left out'),
    order: field.any('ASC or DESC'),
    FILTER: field.map(
      'Conditions by field; what a key begins with says how to compare: =, !, >, >=, <, <=, @, !@, %, !%, =%, !=%',
    ),
    ADMIN_MODE: field.flag('Administrators see everybody anyway', false),
    select: field.words('Fields to tell; * for all, UF_* for all of those'),
    IMAGE_RESIZE: field.choice('Pictures are kept in one size', ['', 'small', 'medium', 'large'], ''),
    start: field.any('Where to start, in steps of 50; -1: the first 50, not counted'),
  },
  errors: [],
  result: z.array(z.looseObject({ ID: z.string().optional(), NAME: z.string().optional() })),
  example: {
    params: { FILTER: { '!ID': 2, ACTIVE: true }, sort: 'ID', order: 'ASC' },
    result: [{ ID: '1', ACTIVE: true, NAME: 'Alice', UF_DEPARTMENT: [1], USER_TYPE: 'employee' }],
  },
  async handle({ work, caller, params }) {
    return done(await listPeople(work, caller, params, (factOf) => personFilter(params.FILTER, factOf)));
  },
});
