import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { field } from '#api/terms/basic/fields.ts';
import { exampleSettings } from '#api/terms/line/example.ts';
import { configId } from '#api/terms/line/ids.ts';
import { presentQueue, presentSettings, queueShape, settingsShape } from '#api/terms/line/present.ts';
import { lineRow } from '#api/terms/line/rows.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imopenlines.config.get',
  summary: 'Tells the settings of an open channel.',
  page: 'api-reference/imopenlines/openlines/imopenlines-config-get',
  scope: 'imopenlines',
  reads: true,
  params: {
    CONFIG_ID: configId,
    WITH_QUEUE: field.flag('N: without who answers', true),
    SHOW_OFFLINE: field.flag('N: of those who answer, only who is there', true),
  },
  errors: [lineRow.configIdEmpty],
  result: z
    .union([z.object({ ...settingsShape, ...z.object(queueShape).partial().shape }), z.literal(false)])
    .describe('false: there is none'),
  example: { params: { CONFIG_ID: 15 }, result: exampleSettings },
  async handle({ work, caller, params: { CONFIG_ID, WITH_QUEUE, SHOW_OFFLINE } }) {
    const line = await work.lines.findLine(CONFIG_ID);
    if (line?.portalId !== caller.portal.id || caller.user.isExtranet) return done(false);
    const queue = WITH_QUEUE && (await presentQueue(work, line, SHOW_OFFLINE));
    return done({ ...presentSettings(line), ...queue });
  },
});
