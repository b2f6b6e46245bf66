import { z } from 'zod';
import { listOutgoingWebhooks } from '#domain/webhook/list-outgoing-webhooks.ts';
import { defineControlCommand } from '../definition.ts';
import { shownOutgoing } from '../terms/outgoing.ts';

/** The outgoing webhooks of the portal. */
export const outgoingListCommand = defineControlCommand({
  name: 'outgoing-list',
  body: z.object({}),
  run: ({ store, portalId }) =>
    store.read(async (work) => ({ webhooks: (await listOutgoingWebhooks(work, portalId)).map(shownOutgoing) })),
});
