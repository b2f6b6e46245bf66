import { z } from 'zod';
import { addLine } from '#domain/line/add-line.ts';
import { defineCommand } from '../../definition.ts';
import { lineBot, lineFields, listedLine, listLine, queueOf } from '../../terms/line.ts';

export default defineCommand({
  summary: 'Makes a line: a page where visitors of a site write to a bot, and to people after that.',
  body: z.strictObject({ name: z.string().trim().min(1, 'a line needs a name').max(255), ...lineFields }),
  answer: listedLine,
  run: (portal, { name, bot, operators = [], distribution, sites, language, greeting }) =>
    portal.store.write(async (work) => {
      const { portalId } = portal;
      const made = await addLine(work, portalId, {
        name,
        ...(bot && { welcomeBotId: await lineBot(work, portalId, bot) }),
        queue: await queueOf(work, portalId, operators),
        ...(distribution && { distribution }),
        ...(sites && { sites }),
        ...(language && { language }),
        ...(greeting && { greets: true, greeting }),
      });
      return listLine(work, portal, made);
    }),
});
