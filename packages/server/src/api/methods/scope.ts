import { z } from 'zod';
import { definePlatformMethod } from '../kernel/definition/method.ts';
import { field } from '../terms/basic/fields.ts';

export default definePlatformMethod({
  name: 'scope',
  summary: 'Lists the permissions that the caller has, or all there are.',
  page: 'api-reference/common/system/scope',
  scope: 'basic',
  params: { full: field.flag('true: all permissions there are', false) },
  errors: [],
  result: z.array(z.string()),
  example: { params: { full: true }, result: ['im', 'imbot', 'user'] },
  handle: async ({ caller, params, registry }) => (params.full ? registry.scopes() : caller.scope),
});
