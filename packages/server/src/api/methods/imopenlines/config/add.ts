import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { field } from '#api/terms/basic/fields.ts';
import { employee } from '#api/terms/line/access.ts';
import { lineRow } from '#api/terms/line/rows.ts';
import { lineSettings, toLineChange } from '#api/terms/line/settings.ts';
import { addLine } from '#domain/line/add-line.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imopenlines.config.add',
  summary: 'Makes an open channel.',
  page: 'api-reference/imopenlines/openlines/imopenlines-config-add',
  scope: 'imopenlines',
  params: { PARAMS: field.map('Its settings', lineSettings) },
  guards: [() => employee()],
  errors: [{ ...lineRow.wrongPermission, refused: 'not_employee' }],
  result: z.number().int().describe('Id of the open channel'),
  example: {
    params: { PARAMS: { LINE_NAME: 'Support', QUEUE: [{ ENTITY_TYPE: 'user', ENTITY_ID: 1 }], WELCOME_BOT_ID: 39 } },
    result: 15,
  },
  async handle({ work, caller: { portal, user }, params }) {
    const { name, ...settings } = toLineChange(params.PARAMS, {});
    const number = (await work.lines.listOfPortal(portal.id)).length + 1;
    const added = await addLine(work, portal.id, {
      name: name ?? `Open channel ${number}`,
      changedBy: user.id,
      ...settings,
    });
    return done(added.id);
  },
});
