import { z } from 'zod';
import { revokeWebhook } from '#domain/webhook/revoke-webhook.ts';
import { Complaint } from '#kit/complaint.ts';
import { defineControlCommand } from '../definition.ts';
import { personCalled } from '../terms/names.ts';
import { id, WEBHOOK_REFUSALS } from '../terms/webhook.ts';

/** Ends a webhook, as its owner or as an administrator. */
export const webhookRevokeCommand = defineControlCommand({
  name: 'webhook-revoke',
  body: z.object({ as: z.string(), id }),
  run: (portal, { as, id }) =>
    portal.store.write(async (work) => {
      const revoked = await revokeWebhook(work, await personCalled(work, portal.portalId, as), id);
      if (!revoked.ok) throw new Complaint(WEBHOOK_REFUSALS[revoked.reason]);
      return revoked.value;
    }),
});
