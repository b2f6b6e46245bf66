import { z } from 'zod';
import { definePlatformMethod } from '#api/kernel/definition/method.ts';

export default definePlatformMethod({
  name: 'user.admin',
  summary: 'Tells whether the caller may change what belongs to the whole portal.',
  page: 'api-reference/common/users/user-admin',
  scope: 'basic',
  params: {},
  errors: [],
  result: z.boolean(),
  example: { params: {}, result: true },
  handle: async ({ caller }) => caller.user.isAdmin,
});
