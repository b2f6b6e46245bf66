import { z } from 'zod';
import { changeLine } from '#domain/line/add-line.ts';
import { defineCommand } from '../../definition.ts';
import { line, lineBot, lineCalled, lineFields, listedLine, listLine, queueOf } from '../../terms/line.ts';

export default defineCommand({
  summary: 'Changes a line: what is left out stays as it is.',
  body: z.strictObject({
    line,
    name: z.string().trim().min(1, 'a line needs a name').max(255).optional(),
    isActive: z.boolean().optional().describe('false: nobody can write there'),
    ...lineFields,
  }),
  answer: listedLine,
  run: (portal, { line: called, name, isActive, bot, operators, distribution, sites, language, greeting }) =>
    portal.store.write(async (work) => {
      const { portalId } = portal;
      const changed = await changeLine(work, await lineCalled(work, portalId, called), {
        ...(name !== undefined && { name }),
        ...(isActive !== undefined && { isActive }),
        ...(bot !== undefined && {
          welcomeBotId: bot === null ? 0 : await lineBot(work, portalId, bot),
          usesBot: true,
        }),
        ...(operators && { queue: await queueOf(work, portalId, operators) }),
        ...(distribution && { distribution }),
        ...(sites && { sites }),
        ...(language && { language }),
        ...(greeting !== undefined && { greets: greeting !== '', greeting }),
      });
      return listLine(work, portal, changed);
    }),
});
