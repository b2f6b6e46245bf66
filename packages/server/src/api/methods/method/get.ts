import { z } from 'zod';
import { definePlatformMethod } from '#api/kernel/definition/method.ts';
import { mayCall } from '#api/kernel/definition/registry.ts';
import { field } from '#api/terms/basic/fields.ts';

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
