import { z } from 'zod';
import { listOutgoingWebhooks } from '#domain/webhook/list-outgoing-webhooks.ts';
import { defineCommand } from '../../../definition.ts';
import { outgoingWebhook, shownOutgoing } from '../../../terms/outgoing.ts';

export default defineCommand({
  pages: 'administrator',
  summary: 'Lists the outgoing webhooks of the portal.',
  body: z.strictObject({}),
  answer: z.strictObject({ webhooks: z.array(outgoingWebhook) }),
  run: ({ store, portalId }) =>
    store.read(async (work) => ({ webhooks: (await listOutgoingWebhooks(work, portalId)).map(shownOutgoing) })),
});
