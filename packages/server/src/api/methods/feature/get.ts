import { z } from 'zod';
import { definePlatformMethod } from '#api/kernel/definition/method.ts';
import { field } from '#api/terms/basic/fields.ts';

/** A feature is there as soon as a method takes the parameter by which it is asked for. */
const ASKED_FOR_BY: Readonly<Record<string, string>> = {
  rest_offline_extended: 'event_type',
  rest_auth_connector: 'auth_connector',
};

export default definePlatformMethod({
  name: 'feature.get',
  summary: 'Tells whether the portal has a feature.',
  page: 'api-reference/common/system/feature-get',
  scope: 'basic',
  params: {
    CODE: field.requiredText('rest_offline_extended: offline events; rest_auth_connector: their auth_connector'),
  },
  errors: [{ code: 'CODE_EMPTY', message: "CODE can't be empty", wrong: 'CODE' }],
  result: z.object({ value: z.enum(['Y', 'N']) }),
  example: { params: { CODE: 'rest_offline_extended' }, result: { value: 'Y' } },
  async handle({ params, registry }) {
    const parameter = ASKED_FOR_BY[params.CODE.trim().toLowerCase()];
    const isThere = parameter !== undefined && registry.all().some((method) => parameter in method.params);
    return { value: isThere ? 'Y' : 'N' } as const;
  },
});
