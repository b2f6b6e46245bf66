import type { Reading } from '#storage/unit-of-work.ts';
import type { PublicEvent } from '../event.ts';
import type { OutgoingWebhookCard } from './outgoing-webhook.ts';

/** In the order they were made. */
export async function listOutgoingWebhooks(work: Reading, portalId: number): Promise<OutgoingWebhookCard[]> {
  const cards: OutgoingWebhookCard[] = [];
  for (const webhook of await work.outgoingWebhooks.listOfPortal(portalId)) {
    const receiver = await work.receivers.findReceiver(webhook.receiverId);
    const subscriptions = await work.subscriptions.listOfReceiver(webhook.receiverId);
    const events = subscriptions.map(({ event }) => event as PublicEvent['type']);
    cards.push({ ...webhook, address: receiver?.address ?? '', events });
  }
  return cards;
}
