import { z } from 'zod';
import { fieldsBetween, type VariantField } from '#delivery/event-variant.ts';
import { fetchAnew } from '#domain/event-queue/fetch-again.ts';
import { Complaint } from '#kit/complaint.ts';
import type { StoredEvent } from '#storage/stores/stored-event.ts';
import type { ControlledPortal } from '../../controlled-portal.ts';
import { defineCommand } from '../../definition.ts';
import { eventCalled, eventId, eventSummary, presentSummary, toPending } from '../../terms/event.ts';
import { canBeFetched } from '../../terms/fetched-event.ts';

/** What is made anew at each sending, by the names of its fields. */
const MADE_ANEW = /^(?:auth|ts)(?:\[|$)|token|expires|\[AUTH\]|\[auth\]/;
const SECRET = /^auth(?:\[|$)|token|\[AUTH\]|\[auth\]/;
const MOST_FIELDS = 1_000;

export default defineCommand({
  pages: 'administrator',
  summary:
    'Sends an event once more under a new id, as it was or edited. It names the old one in a header. One that is fetched can be fetched once more.',
  body: z.strictObject({
    id: eventId,
    set: z
      .record(z.string().min(1), z.string())
      .default({})
      .describe('Fields of the form that are other ones, e.g. {"data[PARAMS][MESSAGE]": "hello"}'),
    body: z.string().optional().describe('A whole form instead; what is secret in it, and `ts`, are made anew'),
  }),
  answer: z.strictObject({ event: eventSummary.describe('The new one') }),
  async run(portal, { id, set, body }) {
    const old = await eventCalled(portal, id);
    const newId = (await canBeFetched(portal, old))
      ? await offerAnew(portal, old, set, body)
      : await sendAnew(portal, old, set, body);
    return { event: await presentSummary(portal, await eventCalled(portal, newId)) };
  },
});

type Edits = readonly [set: Readonly<Record<string, string>>, body: string | undefined];

/** For a receiver that fetches it, in the form of the moment in which it does. */
function offerAnew({ store, portalId }: ControlledPortal, { id, receiverId }: StoredEvent, ...[set, body]: Edits) {
  if (body !== undefined || Object.keys(set).length > 0)
    throw new Complaint(`Event ${id} is for a receiver that fetches its events: there is no form that could be edited`);
  return store.write((work) => fetchAnew(work, { portalId, receiverId }, id));
}

async function sendAnew(portal: ControlledPortal, old: StoredEvent, ...[set, body]: Edits): Promise<number> {
  const secret = Object.keys(set).find((name) => SECRET.test(name));
  if (secret !== undefined) throw new Complaint(`${secret} is secret and made anew at each sending: it cannot be set`);
  const prepared = await portal.delivery.prepare(toPending(old));
  if (!prepared)
    throw new Complaint(`Event ${old.id} cannot be sent: nobody is there to hear it, or what it tells of is gone`);
  const edited = body === undefined ? [] : fieldsBetween(prepared.text, body, (name) => MADE_ANEW.test(name));
  const fields: VariantField[] = [...(old.variant?.fields ?? []), ...edited, ...Object.entries(set)];
  if (fields.length > MOST_FIELDS) throw new Complaint(`More than ${MOST_FIELDS} fields would be other ones`);
  const variant = { ...old.variant, ...(fields.length > 0 && { fields }) };
  const kept = Object.keys(variant).length > 0 ? variant : null;
  return portal.delivery.change(old.receiverId, (write) =>
    write((box) => box.insertResending(old.id, kept, portal.clock.now())),
  );
}
