import { z } from 'zod';
import { Complaint } from '#kit/complaint.ts';
import { programName } from '#kit/program-name.ts';
import { defineCommand } from '../../definition.ts';
import { checkIsSent, eventCalled, eventId, eventSummary, presentSummary } from '../../terms/event.ts';

export default defineCommand({
  pages: 'administrator',
  summary: 'Tries an event again now, under its old id: one that waits for a later try, was given up, or dropped.',
  body: z.strictObject({ id: eventId }),
  answer: z.strictObject({ event: eventSummary.describe('As it is before that try') }),
  async run(portal, { id }) {
    const { delivery } = portal;
    const event = await eventCalled(portal, id);
    const { state, receiverId } = event;
    await checkIsSent(portal, event);
    if (state === 'delivered')
      throw new Complaint(`Event ${id} has arrived. To send it anew: ${programName()} resend ${id}`);
    if (state === 'pending') await delivery.mend(receiverId);
    else await delivery.change(receiverId, (write) => write((box) => box.updateRevived(id)));
    return { event: await presentSummary(portal, await eventCalled(portal, id)) };
  },
});
