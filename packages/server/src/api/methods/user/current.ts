import { defineMethod } from '#api/kernel/definition/method.ts';
import { personSchema } from '#api/terms/person/schema.ts';
import { USER_SCOPES } from '#api/terms/person/user-scope.ts';
import { presentCurrentPerson } from '#api/terms/user/present-rest.ts';
import { fieldsOpenTo } from '#api/terms/user-field/person-fields.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'user.current',
  summary: 'Tells of the person that the caller acts as; how much depends on the permissions.',
  page: 'api-reference/user/user-current',
  scope: USER_SCOPES,
  reads: true,
  params: {},
  errors: [],
  result: personSchema,
  example: {
    params: {},
    result: { ID: '3', ACTIVE: true, NAME: 'John', LAST_NAME: 'Smith', IS_ONLINE: 'Y', UF_DEPARTMENT: [1] },
  },
  async handle({ work, caller }) {
    const look = { now: work.now, origin: caller.origin };
    return done(presentCurrentPerson(caller.user, await fieldsOpenTo(work, caller), look));
  },
});
