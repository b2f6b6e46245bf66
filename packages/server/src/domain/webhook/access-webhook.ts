import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import type { Webhook } from './webhook.ts';

export type WebhookRefusal = 'webhook_not_found';

/** A webhook of the person's own; administrators may touch those of others, too. */
export async function accessWebhook(work: Reading, actor: User, id: number): Promise<Outcome<Webhook, WebhookRefusal>> {
  const webhook = await work.webhooks.findWebhook(id);
  return webhook?.portalId === actor.portalId && (webhook.userId === actor.id || actor.isAdmin)
    ? done(webhook)
    : refused('webhook_not_found');
}
