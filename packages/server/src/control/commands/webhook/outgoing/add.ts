import { z } from 'zod';
import { eventNamed, publicEventNames } from '#api/terms/event/names.ts';
import type { PublicEvent } from '#domain/event.ts';
import { type AddOutgoingRefusal, addOutgoingWebhook } from '#domain/webhook/add-outgoing-webhook.ts';
import { Complaint } from '#kit/complaint.ts';
import { defineCommand } from '../../../definition.ts';
import { Refusal } from '../../../refusal.ts';
import { person, personCalled } from '../../../terms/names.ts';
import { outgoingWebhook, shownOutgoing } from '../../../terms/outgoing.ts';
import { title } from '../../../terms/webhook.ts';

const REFUSALS: Readonly<Record<AddOutgoingRefusal, string>> = {
  wrong_address: 'The handler is no address that a portal could call, such as https://example.com/handler',
  no_events: 'An outgoing webhook needs an event to tell of',
};

export default defineCommand({
  pages: 'administrator',
  summary: 'Has an address told of events. By the application token in the answer its calls are known to be ours.',
  body: z.strictObject({
    as: person,
    handler: z.string().max(2048).describe('The address that is told'),
    events: z.array(z.string()).describe('Of what, e.g. ONUSERADD'),
    title: title.default('Made at the command line'),
  }),
  answer: outgoingWebhook.extend({ applicationToken: z.string() }),
  run: (portal, { as, handler, events, title }) =>
    portal.store.write(async (work) => {
      const owner = await personCalled(work, portal.portalId, as);
      const added = await addOutgoingWebhook(work, owner, { title, address: handler, events: events.map(openEvent) });
      if (!added.ok) throw new Refusal(added.reason, REFUSALS[added.reason]);
      return { ...shownOutgoing(added.value), applicationToken: added.value.applicationToken };
    }),
});

function openEvent(name: string): PublicEvent['type'] {
  const event = eventNamed(name);
  if (event?.tells !== 'anybody')
    throw new Complaint(
      `Outgoing webhooks are not told of "${name}". They can be told of: ${publicEventNames().join(', ')}`,
    );
  return event.on;
}
