import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { application } from '#api/terms/application/access.ts';
import { optionRow, optionsField } from '#api/terms/application/options.ts';
import { administrator } from '#api/terms/person/access.ts';
import { OF_APPLICATION } from '#domain/application/options.ts';
import { setOptions } from '#domain/application/set-options.ts';

export default defineMethod({
  name: 'app.option.set',
  summary: 'Keeps something for an application and all who use it.',
  page: 'api-reference/common/settings/app-option-set',
  scope: 'basic',
  params: { options: optionsField },
  guards: [administrator],
  load: { application },
  errors: [
    optionRow.optionsEmpty,
    optionRow.noApplication,
    {
      code: 'ACCESS_DENIED',
      message: 'Access denied! Administrator authorization required',
      refused: 'not_administrator',
    },
  ],
  result: z.literal(true),
  example: { params: { options: { data: 'value', data2: 'value2' } }, result: true },
  async handle({ work, application: own, params }) {
    return setOptions(work, own, OF_APPLICATION, params.options);
  },
});
