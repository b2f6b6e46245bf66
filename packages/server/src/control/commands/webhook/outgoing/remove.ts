import { z } from 'zod';
import { removeOutgoingWebhook } from '#domain/webhook/remove-outgoing-webhook.ts';
import { Complaint } from '#kit/complaint.ts';
import { programName } from '#kit/program-name.ts';
import { defineCommand } from '../../../definition.ts';
import { id } from '../../../terms/webhook.ts';

export default defineCommand({
  pages: 'administrator',
  summary: 'Ends an outgoing webhook.',
  body: z.strictObject({ id }),
  answer: z.strictObject({ id: z.number() }),
  run: ({ store, portalId }, { id }) =>
    store.write(async (work) => {
      const removed = await removeOutgoingWebhook(work, portalId, id);
      if (!removed.ok)
        throw new Complaint(`There is no such outgoing webhook. See: ${programName()} webhook outgoing list`);
      return { id };
    }),
});
