import { z } from 'zod';
import { removeOutgoingWebhook } from '#domain/webhook/remove-outgoing-webhook.ts';
import { Complaint } from '#kit/complaint.ts';
import { defineControlCommand } from '../definition.ts';
import { id } from '../terms/webhook.ts';

/** Ends an outgoing webhook. */
export const outgoingRemoveCommand = defineControlCommand({
  name: 'outgoing-remove',
  body: z.object({ id }),
  run: ({ store, portalId }, { id }) =>
    store.write(async (work) => {
      const removed = await removeOutgoingWebhook(work, portalId, id);
      if (!removed.ok) throw new Complaint('There is no such outgoing webhook. See: npx botyard webhook outgoing list');
      return { id };
    }),
});
