import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { PublicEvent } from '../event.ts';
import { parseHandlerUrl } from '../handler-url.ts';
import type { User } from '../user/user.ts';
import type { OutgoingWebhookCard } from './outgoing-webhook.ts';

export interface NewOutgoingWebhook {
  readonly title: string;
  readonly address: string;
  readonly events: readonly PublicEvent['type'][];
}

export type AddOutgoingRefusal = 'wrong_address' | 'no_events';

/** Subscribes an address to these events. */
export async function addOutgoingWebhook(
  work: UnitOfWork,
  owner: User,
  { title, address: written, events: chosen }: NewOutgoingWebhook,
): Promise<Outcome<OutgoingWebhookCard, AddOutgoingRefusal>> {
  const address = parseHandlerUrl(written);
  const events = [...new Set(chosen)];
  if (address === undefined) return refused('wrong_address');
  if (events.length === 0) return refused('no_events');
  const { portalId, id: userId } = owner;
  const webhook = await work.outgoingWebhooks.insertWebhook(
    { portalId, userId, title, applicationToken: work.random.code(32) },
    address,
    work.now,
  );
  for (const event of events) {
    await work.subscriptions.insertSubscription(
      { receiverId: webhook.receiverId, event, userId: 0, isOffline: false, connector: '', minTimeout: 0 },
      work.now,
    );
  }
  return done({ ...webhook, address, events });
}
