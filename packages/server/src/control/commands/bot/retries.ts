import { z } from 'zod';
import { defineCommand } from '../../definition.ts';
import { bot, calledBot, deliveryOfBot, presentDelivery } from '../../terms/bot.ts';

export default defineCommand({
  pages: 'administrator',
  summary: 'Says whether what fails at a bot is tried again. Without retries, what fails is a dead letter at once.',
  body: z.strictObject({ bot, isOn: z.boolean() }),
  answer: deliveryOfBot,
  async run(portal, { bot, isOn }) {
    const found = await calledBot(portal, bot);
    const { receiverId } = found;
    await portal.delivery.change(receiverId, (write) => write((box) => box.updateRetries(receiverId, isOn)));
    return presentDelivery(portal, found);
  },
});
