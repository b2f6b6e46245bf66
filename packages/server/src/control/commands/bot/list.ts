import { z } from 'zod';
import { defineCommand } from '../../definition.ts';
import { listBot, listedBot } from '../../terms/listed-bot.ts';

export default defineCommand({
  pages: 'administrator',
  summary: 'Lists the bots of the portal, by id.',
  body: z.strictObject({ withHidden: z.boolean().describe('Those that are hidden, too').default(false) }),
  answer: z.strictObject({ bots: z.array(listedBot) }),
  run: ({ store, portalId }, { withHidden }) =>
    store.read(async (work) => {
      const bots = [];
      const all = await work.bots.listOfPortal(portalId);
      for (const bot of all.filter(({ isHidden }) => withHidden || !isHidden)) bots.push(await listBot(work, bot));
      return { bots };
    }),
});
