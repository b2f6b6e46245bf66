import { defineMethod } from '#api/kernel/definition/method.ts';
import { application } from '#api/terms/application/access.ts';
import { optionField, optionRow, optionsResult, presentOptions, presentUser } from '#api/terms/application/options.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'user.option.get',
  summary: 'Tells what the application keeps for the caller.',
  page: 'api-reference/common/settings/user-option-get',
  scope: 'basic',
  answersDismissed: true,
  params: { option: optionField },
  guards: [presentUser],
  load: { application },
  errors: [optionRow.noApplication, optionRow.dismissed],
  result: optionsResult,
  example: { params: { option: 'data' }, result: 'value' },
  async handle({ work, caller, application: own, params }) {
    return done(await presentOptions(work, own, caller.user.id, params.option));
  },
});
