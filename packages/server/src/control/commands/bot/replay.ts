import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { defineCommand } from '../../definition.ts';
import { bot, calledBot, deliveryOfBot, presentDelivery } from '../../terms/bot.ts';
import { sinceMs } from '../../terms/event.ts';

/** Dead letters in one unit: everybody else's writes wait for so long. */
const STEP = 500;

export default defineCommand({
  pages: 'administrator',
  summary: 'Sends all dead letters of a bot again, under their old ids and in their old order.',
  body: z.strictObject({ bot, sinceMs: sinceMs.optional().describe('Only those given up so long ago at most') }),
  answer: deliveryOfBot.extend({ replayed: z.number().describe('How many dead letters are on their way again') }),
  async run(portal, { bot, sinceMs }) {
    const { delivery, clock } = portal;
    const found = await calledBot(portal, bot);
    const since = sinceMs === undefined ? 0 : clock.now() - sinceMs;
    // In one change: nothing newer may go out while older ones are still dead.
    const replayed = await delivery.change(found.receiverId, async (write) => {
      let count = 0;
      for (let after = 0; ; ) {
        const ids = await write((box) => box.updateRevivedOf(found.receiverId, after, since, STEP));
        count += ids.length;
        if (ids.length < STEP) return count;
        after = Math.max(...ids);
        await setImmediate();
      }
    });
    return { ...(await presentDelivery(portal, found)), replayed };
  },
});
