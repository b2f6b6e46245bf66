import { z } from 'zod';
import { publicEventNames } from '#api/terms/event/names.ts';
import { listOutgoingWebhooks } from '#domain/webhook/list-outgoing-webhooks.ts';
import { defineCommand } from '../../../definition.ts';
import { outgoingWebhook, shownOutgoing } from '../../../terms/outgoing.ts';

export default defineCommand({
  pages: 'administrator',
  summary: 'Lists the outgoing webhooks of the portal.',
  body: z.strictObject({}),
  answer: z.strictObject({
    webhooks: z.array(outgoingWebhook),
    events: z.array(z.string()).describe('All that an outgoing webhook can be told of'),
  }),
  run: ({ store, portalId }) =>
    store.read(async (work) => ({
      webhooks: (await listOutgoingWebhooks(work, portalId)).map(shownOutgoing),
      events: publicEventNames(),
    })),
});
