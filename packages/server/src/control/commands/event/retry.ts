import { z } from 'zod';
import { fetchAgain } from '#domain/event-queue/fetch-again.ts';
import { Complaint } from '#kit/complaint.ts';
import { programName } from '#kit/program-name.ts';
import { defineCommand } from '../../definition.ts';
import { eventCalled, eventId, eventSummary, presentSummary } from '../../terms/event.ts';
import { canBeFetched } from '../../terms/fetched-event.ts';

export default defineCommand({
  pages: 'administrator',
  summary:
    'Tries an event again now, under its old id: one that waits for a later try, was given up, or dropped. Where its receiver fetches its events it can be fetched again.',
  body: z.strictObject({ id: eventId }),
  answer: z.strictObject({ event: eventSummary.describe('As it is before that try') }),
  async run(portal, { id }) {
    const { delivery, store, portalId } = portal;
    const event = await eventCalled(portal, id);
    const { state, receiverId } = event;
    const isFetched = await canBeFetched(portal, event);
    if (state === 'delivered')
      throw new Complaint(
        `Event ${id} ${isFetched ? 'was fetched' : 'has arrived'}. To send it anew: ${programName()} resend ${id}`,
      );
    if (isFetched) await store.write((work) => fetchAgain(work, { portalId, receiverId }, id));
    else if (state === 'pending') await delivery.mend(receiverId);
    else await delivery.change(receiverId, (write) => write((box) => box.updateRevived(id)));
    return { event: await presentSummary(portal, await eventCalled(portal, id)) };
  },
});
