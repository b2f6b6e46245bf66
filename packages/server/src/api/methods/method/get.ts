import { z } from 'zod';
import { field } from '../../fields.ts';
import { definePlatformMethod } from '../../kernel/method.ts';
import { mayCall } from '../../kernel/registry.ts';

export default definePlatformMethod({
  name: 'method.get',
  summary: 'Tells whether a method exists, and whether the caller may call it.',
  page: 'api-reference/common/system/method-get',
  scope: 'basic',
  params: { name: field.text('Name of the method') },
  errors: [],
  result: z.object({ isExisting: z.boolean(), isAvailable: z.boolean() }),
  example: { params: { name: 'user.get' }, result: { isExisting: true, isAvailable: true } },
  async handle({ caller, params, registry }) {
    const method = registry.find(params.name.trim());
    return { isExisting: method !== undefined, isAvailable: method !== undefined && mayCall(method, caller.scope) };
  },
});
