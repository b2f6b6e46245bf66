import { z } from 'zod';
import { done } from '../../../kit/outcome.ts';
import { defineMethod } from '../../kernel/method.ts';
import { presentCurrentPerson } from '../../present/v1/rest-user.ts';
import { fieldsOpenTo } from '../../user-field/person-fields.ts';
import { USER_SCOPES } from '../../user-scope.ts';

export default defineMethod({
  name: 'user.current',
  summary: 'Tells of the person that the caller acts as; how much depends on the permissions.',
  page: 'api-reference/user/user-current',
  scope: USER_SCOPES,
  reads: true,
  params: {},
  errors: [],
  result: z.looseObject({ ID: z.string(), ACTIVE: z.boolean(), NAME: z.string(), LAST_NAME: z.string() }),
  example: {
    params: {},
    result: { ID: '3', ACTIVE: true, NAME: 'John', LAST_NAME: 'Smith', IS_ONLINE: 'Y', UF_DEPARTMENT: [1] },
  },
  async handle({ work, caller }) {
    const look = { now: work.now, origin: caller.origin };
    return done(presentCurrentPerson(caller.user, await fieldsOpenTo(work, caller), look));
  },
});
