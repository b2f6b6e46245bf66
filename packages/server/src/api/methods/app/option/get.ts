import { OF_APPLICATION } from '../../../../domain/application/options.ts';
import { done } from '../../../../kit/outcome.ts';
import { defineMethod } from '../../../kernel/method.ts';
import { application } from '../../../loaders.ts';
import { optionField, optionsResult, presentUser, row, tellOptions } from '../../../options.ts';

export default defineMethod({
  name: 'app.option.get',
  summary: 'Tells what the application keeps for all who use it.',
  page: 'api-reference/common/settings/app-option-get',
  scope: 'basic',
  answersDismissed: true,
  params: { option: optionField },
  load: { application, presentUser },
  errors: [row.noApplication, row.dismissed],
  result: optionsResult,
  example: { params: { option: 'data' }, result: 'value' },
  async handle({ work, application: own, params }) {
    return done(await tellOptions(work, own, OF_APPLICATION, params.option));
  },
});
