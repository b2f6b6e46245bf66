import { mapDone, type Outcome } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import { accessWebhook, type WebhookRefusal } from './access-webhook.ts';
import type { Webhook } from './webhook.ts';

/** Revokes a webhook: its address is refused from now on. */
export async function revokeWebhook(
  work: UnitOfWork,
  actor: User,
  id: number,
): Promise<Outcome<Webhook, WebhookRefusal>> {
  const accessed = await accessWebhook(work, actor, id);
  if (accessed.ok) await work.webhooks.updateRevoked(id, work.now);
  return mapDone(accessed, (webhook) => webhook);
}
