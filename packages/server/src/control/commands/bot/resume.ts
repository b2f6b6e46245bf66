import { z } from 'zod';
import { Complaint } from '#kit/complaint.ts';
import { defineCommand } from '../../definition.ts';
import { bot, calledBot, deliveryOfBot, presentDelivery } from '../../terms/bot.ts';

export default defineCommand({
  pages: 'administrator',
  summary: 'Sends to a paused bot again. What has failed before is as old as it was then.',
  body: z.strictObject({ bot }),
  answer: deliveryOfBot,
  async run(portal, { bot }) {
    const found = await calledBot(portal, bot);
    const { receiverId } = found;
    const isResumed = await portal.delivery.change(receiverId, (write) =>
      write(async (box) => {
        const { pausedAt } = await box.findDeliveryState(receiverId);
        if (pausedAt === null) return false;
        const by = Math.max(0, portal.clock.now() - pausedAt);
        await box.updatePostponed(receiverId, by);
        await box.updateResumed(receiverId, by);
        return true;
      }),
    );
    if (!isResumed) throw new Complaint(`"${bot}" is not paused`);
    return presentDelivery(portal, found);
  },
});
