import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import type { Webhook } from './webhook.ts';

/** Letters and digits of a code; guessing one of 36^24 is hopeless. */
export const CODE_LENGTH = 24;

export interface NewWebhook {
  readonly scope: readonly string[];
  readonly title: string;
  /** Milliseconds since 1970, or null: until it is revoked. */
  readonly expiresAt?: number | null;
}

/** A new secret address that acts as `owner`; its code is shown to them and to nobody else. */
export async function issueWebhook(
  work: UnitOfWork,
  owner: User,
  { scope, title, expiresAt = null }: NewWebhook,
): Promise<{ webhook: Webhook; code: string }> {
  const code = work.random.code(CODE_LENGTH);
  const webhook = await work.webhooks.insertWebhook(
    { portalId: owner.portalId, userId: owner.id, scope, title, expiresAt },
    code,
    work.now,
  );
  return { webhook, code };
}
