import { z } from 'zod';
import { defineCommand } from '../../definition.ts';
import { isInSight, sightOf } from '../../sight.ts';
import { listBot, listedBot } from '../../terms/listed-bot.ts';

export default defineCommand({
  pages: 'person',
  summary: 'Lists the bots of the portal, by id.',
  body: z.strictObject({ withHidden: z.boolean().describe('Those that are hidden, too').default(false) }),
  answer: z.strictObject({ bots: z.array(listedBot) }),
  async run(portal, { withHidden }, asker) {
    const sight = await sightOf(portal, asker);
    return portal.store.read(async (work) => {
      const all = await work.bots.listOfPortal(portal.portalId);
      const seen = all.filter(({ isHidden, receiverId }) => (withHidden || !isHidden) && isInSight(sight, receiverId));
      const bots = [];
      for (const bot of seen) bots.push(await listBot(work, bot));
      return { bots };
    });
  },
});
