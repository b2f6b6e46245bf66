import { done } from '../../../../kit/outcome.ts';
import { defineMethod } from '../../../kernel/method.ts';
import { application } from '../../../loaders.ts';
import { optionField, optionsResult, presentUser, row, tellOptions } from '../../../options.ts';

export default defineMethod({
  name: 'user.option.get',
  summary: 'Tells what the application keeps for the caller.',
  page: 'api-reference/common/settings/user-option-get',
  scope: 'basic',
  answersDismissed: true,
  params: { option: optionField },
  load: { application, presentUser },
  errors: [row.noApplication, row.dismissed],
  result: optionsResult,
  example: { params: { option: 'data' }, result: 'value' },
  async handle({ work, caller, application: own, params }) {
    return done(await tellOptions(work, own, caller.user.id, params.option));
  },
});
