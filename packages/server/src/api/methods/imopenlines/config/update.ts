import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { field } from '#api/terms/basic/fields.ts';
import { configId } from '#api/terms/line/ids.ts';
import { lineRow } from '#api/terms/line/rows.ts';
import { lineSettings, toLineChange } from '#api/terms/line/settings.ts';
import { administrator } from '#api/terms/person/access.ts';
import { changeLine } from '#domain/line/add-line.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imopenlines.config.update',
  summary: 'Changes an open channel: what is left out stays as it is.',
  page: 'api-reference/imopenlines/openlines/imopenlines-config-update',
  scope: 'imopenlines',
  params: { CONFIG_ID: configId, PARAMS: field.map('What is to be another', lineSettings) },
  guards: [() => administrator()],
  errors: [lineRow.configIdEmpty, { ...lineRow.wrongPermission, refused: 'not_administrator' }],
  result: z.boolean().describe('false: there is none'),
  example: { params: { CONFIG_ID: 15, PARAMS: { WELCOME_BOT_ID: 39, WELCOME_BOT_ENABLE: 'Y' } }, result: true },
  async handle({ work, caller: { portal, user }, params }) {
    const line = await work.lines.findLine(params.CONFIG_ID);
    if (line?.portalId !== portal.id) return done(false);
    await changeLine(work, line, { ...toLineChange(params.PARAMS, line.kept), changedBy: user.id });
    return done(true);
  },
});
