import { defineMethod } from '#api/kernel/definition/method.ts';
import { application } from '#api/terms/application/access.ts';
import { optionField, optionRow, optionsResult, presentOptions, presentUser } from '#api/terms/application/options.ts';
import { OF_APPLICATION } from '#domain/application/options.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'app.option.get',
  summary: 'Tells what the application keeps for all who use it.',
  page: 'api-reference/common/settings/app-option-get',
  scope: 'basic',
  answersDismissed: true,
  params: { option: optionField },
  guards: [presentUser],
  load: { application },
  errors: [optionRow.noApplication, optionRow.dismissed],
  result: optionsResult,
  example: { params: { option: 'data' }, result: 'value' },
  async handle({ work, application: own, params }) {
    return done(await presentOptions(work, own, OF_APPLICATION, params.option));
  },
});
