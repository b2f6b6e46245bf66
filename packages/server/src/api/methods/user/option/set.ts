import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { application } from '#api/terms/application/access.ts';
import { optionRow, optionsField, presentUser } from '#api/terms/application/options.ts';
import { setOptions } from '#domain/application/set-options.ts';

export default defineMethod({
  name: 'user.option.set',
  summary: 'Keeps something for an application and the caller.',
  page: 'api-reference/common/settings/user-option-set',
  scope: 'basic',
  answersDismissed: true,
  params: { options: optionsField },
  guards: [presentUser],
  load: { application },
  errors: [optionRow.optionsEmpty, optionRow.noApplication, optionRow.dismissed],
  result: z.literal(true),
  example: { params: { options: { data: 'value', data2: 'value2' } }, result: true },
  async handle({ work, caller, application: own, params }) {
    return setOptions(work, own, caller.user.id, params.options);
  },
});
