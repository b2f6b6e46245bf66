import { done, type Outcome } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import { accessWebhook, type WebhookRefusal } from './access-webhook.ts';
import { CODE_LENGTH, type NewWebhook } from './issue-webhook.ts';
import type { Webhook } from './webhook.ts';

/**
 * Changes what a webhook may do, what it is for, or when it ends. Its code is known to its owner alone: an administrator who
 * changes somebody else's becomes its owner, and it has another code from then on, which is answered.
 */
export async function changeWebhook(
  work: UnitOfWork,
  actor: User,
  id: number,
  change: Partial<NewWebhook>,
): Promise<Outcome<{ webhook: Webhook; newCode: string | undefined }, WebhookRefusal>> {
  const accessed = await accessWebhook(work, actor, id);
  if (!accessed.ok) return accessed;
  const webhook = { ...accessed.value, ...change, userId: actor.id };
  await work.webhooks.updateWebhook(webhook);
  if (accessed.value.userId === actor.id) return done({ webhook, newCode: undefined });
  const newCode = work.random.code(CODE_LENGTH);
  await work.webhooks.updateOwner(id, actor.id, newCode);
  return done({ webhook, newCode });
}
