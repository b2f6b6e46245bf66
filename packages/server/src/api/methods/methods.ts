import { z } from 'zod';
import type { Method } from '../kernel/definition/defined-method.ts';
import { definePlatformMethod } from '../kernel/definition/method.ts';
import { asksFor, BASIC_SCOPE, mayCall } from '../kernel/definition/registry.ts';
import { field } from '../terms/basic/fields.ts';

export default definePlatformMethod({
  name: 'methods',
  summary: 'Lists the methods that the caller may call, those of a permission, or all there are.',
  page: 'api-reference/common/system/methods',
  scope: 'basic',
  params: {
    full: field.flag('true: all methods there are', false),
    scope: field.givenText('Only the methods of this permission; empty: those that everybody may call'),
  },
  errors: [],
  result: z.array(z.string()),
  example: { params: { scope: 'user' }, result: ['user.current', 'user.get'] },
  async handle({ caller, params, registry }) {
    const { full, scope } = params;
    const isListed = (method: Method) =>
      full || (scope === undefined ? mayCall(method, caller.scope) : asksFor(method, scope || BASIC_SCOPE));
    return registry
      .all()
      .filter(isListed)
      .map((method) => method.name);
  },
});
