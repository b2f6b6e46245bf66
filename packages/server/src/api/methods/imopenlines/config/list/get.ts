import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { field } from '#api/terms/basic/fields.ts';
import { selected } from '#api/terms/line/access.ts';
import { listLines } from '#api/terms/line/list.ts';
import { selectionForm, selectionOptions, selectionRows } from '#api/terms/line/selection.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imopenlines.config.list.get',
  summary: 'Lists open channels with their settings.',
  page: 'api-reference/imopenlines/openlines/imopenlines-config-list-get',
  scope: 'imopenlines',
  reads: true,
  params: {
    PARAMS: field.map('Which of them, in which order, and what of each', selectionForm),
    OPTIONS: field.map('What is told beside the settings', selectionOptions),
  },
  load: { selection: ({ PARAMS, OPTIONS }) => selected(PARAMS, OPTIONS) },
  errors: selectionRows,
  result: z.array(z.record(z.string(), z.unknown())),
  example: {
    params: { PARAMS: { select: ['ID', 'LINE_NAME', 'ACTIVE'] } },
    result: [{ ID: '15', LINE_NAME: 'Support', ACTIVE: 'Y' }],
  },
  handle: async ({ work, caller, selection }) => done(await listLines(work, caller, selection)),
});
