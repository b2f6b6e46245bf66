import { z } from 'zod';
import { keepOptions, OF_APPLICATION } from '../../../../domain/application/options.ts';
import { done } from '../../../../kit/outcome.ts';
import { defineMethod } from '../../../kernel/method.ts';
import { administrator, application } from '../../../loaders.ts';
import { optionsField, row } from '../../../options.ts';

export default defineMethod({
  name: 'app.option.set',
  summary: 'Keeps something for an application and all who use it.',
  page: 'api-reference/common/settings/app-option-set',
  scope: 'basic',
  params: { options: optionsField },
  load: { application, administrator },
  errors: [
    row.optionsEmpty,
    row.noApplication,
    { code: 'AccessException', message: 'Administrator authorization required', refused: 'not_administrator' },
  ],
  result: z.literal(true),
  example: { params: { options: { data: 'value', data2: 'value2' } }, result: true },
  async handle({ work, application: own, params }) {
    await keepOptions(work, own, OF_APPLICATION, params.options);
    return done(true);
  },
});
