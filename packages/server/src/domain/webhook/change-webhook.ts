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
  await work.webhooks.updateWebhook(id, change);
  const newCode = accessed.value.userId === actor.id ? undefined : work.random.code(CODE_LENGTH);
  if (newCode !== undefined) await work.webhooks.updateOwner(id, actor.id, newCode);
  // With what somebody else changed at the same time.
  const webhook = await accessWebhook(work, actor, id);
  return webhook.ok ? done({ webhook: webhook.value, newCode }) : webhook;
}
