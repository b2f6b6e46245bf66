import { z } from 'zod';
import { eventName } from '#api/terms/event/names.ts';
import type { OutgoingWebhookCard } from '#domain/webhook/outgoing-webhook.ts';

/** As it is told: without what is secret. */
export const outgoingWebhook = z.strictObject({
  id: z.number(),
  userId: z.number().describe('Whose it is'),
  title: z.string(),
  handler: z.string().describe('The address that is told'),
  events: z.array(z.string()).describe('Of what, e.g. ONUSERADD'),
});

export function shownOutgoing({ id, userId, title, address, events }: OutgoingWebhookCard) {
  return { id, userId, title, handler: address, events: events.map((type) => eventName(type)) };
}
