import { z } from 'zod';
import { keepOptions } from '../../../../domain/application/options.ts';
import { done } from '../../../../kit/outcome.ts';
import { defineMethod } from '../../../kernel/method.ts';
import { application } from '../../../loaders.ts';
import { optionsField, presentUser, row } from '../../../options.ts';

export default defineMethod({
  name: 'user.option.set',
  summary: 'Keeps something for an application and the caller.',
  page: 'api-reference/common/settings/user-option-set',
  scope: 'basic',
  answersDismissed: true,
  params: { options: optionsField },
  load: { application, presentUser },
  errors: [row.optionsEmpty, row.noApplication, row.dismissed],
  result: z.literal(true),
  example: { params: { options: { data: 'value', data2: 'value2' } }, result: true },
  async handle({ work, presentUser: user, application: own, params }) {
    await keepOptions(work, own, user.id, params.options);
    return done(true);
  },
});
