import { eventName } from '#api/terms/event/names.ts';
import type { OutgoingWebhookCard } from '#domain/webhook/outgoing-webhook.ts';

/** As it is shown at the command line: without what is secret. */
export function shownOutgoing({ id, userId, title, address, events }: OutgoingWebhookCard) {
  return { id, userId, title, handler: address, events: events.map(eventName) };
}
