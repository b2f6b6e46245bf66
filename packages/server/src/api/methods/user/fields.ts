import { z } from 'zod';
import { definePlatformMethod } from '#api/kernel/definition/method.ts';
import { openFields } from '#api/terms/person/select-fields.ts';
import { USER_SCOPES } from '#api/terms/person/user-scope.ts';

export default definePlatformMethod({
  name: 'user.fields',
  summary: 'Lists the fields of a person that the permissions open, with their titles.',
  page: 'api-reference/user/user-fields',
  scope: USER_SCOPES,
  params: {},
  errors: [],
  result: z.record(z.string(), z.string()),
  example: { params: {}, result: { ID: 'ID', NAME: 'First Name', WORK_POSITION: 'Job Title' } },
  async handle({ caller }) {
    return Object.fromEntries(openFields(caller.scope).flatMap(({ name, title }) => (title ? [[name, title]] : [])));
  },
});
