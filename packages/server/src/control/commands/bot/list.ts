import { z } from 'zod';
import { defineCommand } from '../../definition.ts';
import { listBot, listedBot } from '../../terms/listed-bot.ts';

export default defineCommand({
  summary: 'Lists the bots of the portal that are not hidden, by id.',
  body: z.strictObject({}),
  answer: z.strictObject({ bots: z.array(listedBot) }),
  run: ({ store, portalId }) =>
    store.read(async (work) => {
      const bots = [];
      for (const bot of await work.bots.listVisible(portalId)) bots.push(await listBot(work, bot));
      return { bots };
    }),
});
