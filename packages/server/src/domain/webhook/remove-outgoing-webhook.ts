import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { leaveBehind } from '../leftover/leave-behind.ts';

/** Removes it; events that wait for its address are dropped. */
export async function removeOutgoingWebhook(
  work: UnitOfWork,
  portalId: number,
  id: number,
): Promise<Outcome<true, 'webhook_not_found'>> {
  const webhook = await work.outgoingWebhooks.findWebhook(id);
  if (webhook?.portalId !== portalId) return refused('webhook_not_found');
  await work.subscriptions.deleteOfReceiver(webhook.receiverId);
  await work.outgoingWebhooks.deleteWebhook(id);
  await leaveBehind(work, portalId, 'receiver', webhook.receiverId);
  return done(true);
}
