import { z } from 'zod';
import { defineCommand } from '../../definition.ts';
import { Refusal } from '../../refusal.ts';
import { eventCalled, eventId, eventSummary, presentSummary } from '../../terms/event.ts';

const SKIPPED = { kind: 'skipped', values: {} } as const;

export default defineCommand({
  pages: 'administrator',
  summary: 'Gives up an event that waits, so that what comes after it in its chat goes on. It can still be retried.',
  body: z.strictObject({ id: eventId }),
  answer: z.strictObject({ event: eventSummary }),
  async run(portal, { id }) {
    const { delivery, clock } = portal;
    const event = await eventCalled(portal, id);
    const isSkipped = await delivery.change(event.receiverId, (write) =>
      write(async (box) => {
        const now = clock.now();
        if (!(await box.updateSkipped(id, now))) return false;
        const note = {
          durationMs: 0,
          status: null,
          error: 'skipped by hand',
          cause: SKIPPED,
          answer: null,
          sent: null,
        };
        await box.insertAttempt({ eventId: id, at: now, ...note });
        delivery.skip(event);
        return true;
      }),
    );
    if (!isSkipped)
      throw new Refusal('event_not_waiting', `Event ${id} does not wait to be delivered: there is nothing to skip`, {
        id: String(id),
      });
    return { event: await presentSummary(portal, await eventCalled(portal, id)) };
  },
});
