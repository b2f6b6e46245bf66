import { z } from 'zod';
import { defineCommand } from '../../definition.ts';
import { bot, calledBot, deliveryOfBot, presentDelivery } from '../../terms/bot.ts';

export default defineCommand({
  pages: 'administrator',
  summary:
    'Sends nothing more to a bot until it is resumed. What waits does not grow old meanwhile; 100,000 events may wait.',
  body: z.strictObject({ bot }),
  answer: deliveryOfBot,
  async run(portal, { bot }) {
    const found = await calledBot(portal, bot);
    const { receiverId } = found;
    await portal.delivery.change(receiverId, (write) =>
      write((box) => box.updatePaused(receiverId, portal.clock.now())),
    );
    return presentDelivery(portal, found);
  },
});
