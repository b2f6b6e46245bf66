import type { Tried } from '#delivery/delivery-options.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { Update } from './update.ts';

/** What whoever called a command by a button is told of how its bot takes it, and who that is. */
export interface DescribedPress {
  readonly update: Update;
  readonly userId: number;
}

/** undefined: it is no press on a button, or nothing is wrong with it. */
export async function describePress(
  work: Reading,
  { event: pending, sent, end }: Tried,
): Promise<DescribedPress | undefined> {
  const { event, receiverId, subscriptionId, attempts } = pending;
  if (event.type !== 'commandInvoked' || event.context === 'textarea' || subscriptionId !== null) return undefined;
  const hasArrived = end.kind === 'delivered';
  if (sent.kind === 'elsewhere' || (hasArrived && attempts === 0)) return undefined;
  const bot = await work.bots.findEverByReceiver(receiverId);
  if (!bot) return undefined;
  const { userId, command, message } = event;
  const { id: messageId, chatId } = message;
  return { update: { kind: 'press', chatId, messageId, botId: bot.id, command, hasArrived }, userId };
}
