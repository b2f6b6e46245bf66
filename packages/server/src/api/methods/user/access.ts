import { z } from 'zod';
import { definePlatformMethod } from '#api/kernel/definition/method.ts';
import { field } from '#api/terms/basic/fields.ts';
import { parseAccessCode } from '#api/terms/user/access-code.ts';
import { belongsTo } from '#domain/user/audience.ts';

export default definePlatformMethod({
  name: 'user.access',
  summary: 'Tells whether the caller is meant by one of the access codes; an administrator always is.',
  page: 'api-reference/common/users/user-access',
  scope: 'basic',
  params: { ACCESS: field.words('Access codes: U1 a person, G2 a group, AU all authorized users') },
  errors: [],
  result: z.boolean(),
  example: { params: { ACCESS: ['G2', 'AU'] }, result: true },
  async handle({ caller: { user }, params }) {
    const audiences = params.ACCESS.flatMap((code) => parseAccessCode(code) ?? []);
    return user.isAdmin || audiences.some((audience) => belongsTo(user, audience));
  },
});
