import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { canAdminister } from '../user/administrator.ts';
import type { User } from '../user/user.ts';
import { issueWebhook, type NewWebhook } from './issue-webhook.ts';
import type { Webhook } from './webhook.ts';

/** A webhook for `owner`, unless the portal keeps them for its administrators (N5). */
export async function addWebhook(
  work: UnitOfWork,
  owner: User,
  draft: NewWebhook,
): Promise<Outcome<{ webhook: Webhook; code: string }, 'webhooks_for_administrators'>> {
  const portal = await work.portals.findPortal(owner.portalId);
  if (portal?.webhookMakers === 'administrators' && !canAdminister(owner))
    return refused('webhooks_for_administrators');
  return done(await issueWebhook(work, owner, draft));
}
