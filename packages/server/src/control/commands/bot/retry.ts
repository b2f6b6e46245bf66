import { z } from 'zod';
import { defineCommand } from '../../definition.ts';
import { bot, calledBot, deliveryOfBot, presentDelivery } from '../../terms/bot.ts';

export default defineCommand({
  pages: 'administrator',
  summary: 'Tries now what waits for a later try of a bot, as if it had never failed.',
  body: z.strictObject({ bot }),
  answer: deliveryOfBot,
  async run(portal, { bot }) {
    const found = await calledBot(portal, bot);
    const before = await presentDelivery(portal, found);
    await portal.delivery.mend(found.receiverId);
    return before;
  },
});
