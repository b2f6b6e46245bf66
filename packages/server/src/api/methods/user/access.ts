import { z } from 'zod';
import { belongsTo } from '../../../domain/user/audience.ts';
import { parseAccessCode } from '../../access-code.ts';
import { field } from '../../fields.ts';
import { definePlatformMethod } from '../../kernel/method.ts';

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
