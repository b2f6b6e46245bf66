import { z } from 'zod';
import { Complaint } from '#kit/complaint.ts';
import { eventArchive } from '#storage/stores/event-archive.ts';
import { defineCommand } from '../../definition.ts';
import { eventCalled, eventId, eventSummary, presentSummary, toPending, triesOf } from '../../terms/event.ts';
import { eventTry, presentTries } from '../../terms/event-try.ts';

/** More than an event can have in a day, of retries by hand too. */
const MOST_TRIES = 200;

export default defineCommand({
  summary: 'Shows all that is kept of an event: what was sent at each try, what was answered, and why it failed.',
  body: z.strictObject({
    id: eventId,
    isPrepared: z.boolean().default(false).describe('Also as it would go out now, with tokens that work'),
  }),
  answer: z.strictObject({
    event: eventSummary,
    tries: z.array(eventTry).describe('Oldest first'),
    resentAs: z.array(z.number()).describe('Events by which it was sent anew'),
    prepared: z
      .strictObject({
        url: z.string(),
        headers: z.array(z.strictObject({ name: z.string(), value: z.string() })),
        body: z.string(),
      })
      .nullable()
      .describe('Secret: its tokens open the portal. null: it was not asked for'),
  }),
  async run(portal, { id, isPrepared }) {
    const event = await eventCalled(portal, id);
    const prepared = isPrepared ? await portal.delivery.prepare(toPending(event)) : undefined;
    if (isPrepared && !prepared)
      throw new Complaint(`Event ${id} cannot be made now: nobody is there to hear it, or what it tells of is gone`);
    return {
      event: await presentSummary(portal, event),
      tries: presentTries(event, await triesOf(portal, id, MOST_TRIES)),
      resentAs: await portal.store.readWith((session) => eventArchive(session).listResendings(id)),
      prepared: prepared
        ? {
            url: prepared.url,
            headers: Object.entries(prepared.headers).map(([name, value]) => ({ name, value })),
            body: prepared.text,
          }
        : null,
    };
  },
});
