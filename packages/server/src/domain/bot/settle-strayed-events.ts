import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { letFetch } from './redirect-bot.ts';

/**
 * On PostgreSQL a unit that began before a bot was switched may record an event the old way after that: it is put among
 * the others. At most `most` at once; answers how many there were.
 */
export async function settleStrayedEvents(work: UnitOfWork, most: number): Promise<number> {
  const { toSend, toKeep } = await work.events.listStrayed();
  for (const receiverId of [...toSend, ...toKeep]) {
    const isSent = toSend.includes(receiverId);
    const moved = await (isSent ? work.events.updateToSend(receiverId, most) : letFetch(work, receiverId, most));
    if (moved === 0) continue;
    const bot = await work.bots.findByReceiver(receiverId);
    if (bot) work.announce({ type: 'receiverSwitched', portalId: bot.portalId, receiverId });
    return moved;
  }
  return 0;
}
