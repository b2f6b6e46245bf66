import type { Tried } from '#delivery/delivery-options.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { Update } from './update.ts';

/** Something that whoever called a command by a button is told of how its bot takes it. */
export interface Press {
  readonly userId: number;
  readonly receiverId: number;
  readonly chatId: number;
  readonly messageId: number;
  readonly command: string;
  readonly hasArrived: boolean;
}

/** undefined, as of nearly all tries: it is no press on a button, or nothing is wrong with it. */
export function pressOf({
  event: { event, receiverId, subscriptionId, attempts },
  sent,
  end,
}: Tried): Press | undefined {
  if (event.type !== 'commandInvoked' || event.context === 'textarea' || subscriptionId !== null) return undefined;
  const hasArrived = end.kind === 'delivered';
  if (sent.kind === 'elsewhere' || (hasArrived && attempts === 0)) return undefined;
  const { userId, command, message } = event;
  return { userId, receiverId, chatId: message.chatId, messageId: message.id, command, hasArrived };
}

export async function describePress(
  work: Reading,
  { userId: _, receiverId, ...press }: Press,
): Promise<Update | undefined> {
  const bot = await work.bots.findEverByReceiver(receiverId);
  return bot && { kind: 'press', botId: bot.id, ...press };
}
