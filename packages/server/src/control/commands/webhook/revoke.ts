import { z } from 'zod';
import { revokeWebhook } from '#domain/webhook/revoke-webhook.ts';
import { defineCommand } from '../../definition.ts';
import { Refusal } from '../../refusal.ts';
import { person, personCalled } from '../../terms/names.ts';
import { id, WEBHOOK_REFUSALS, webhook } from '../../terms/webhook.ts';

export default defineCommand({
  pages: 'administrator',
  summary: 'Ends a webhook, as its owner or as an administrator, and answers with what it was.',
  body: z.strictObject({ as: person, id }),
  answer: webhook,
  run: (portal, { as, id }) =>
    portal.store.write(async (work) => {
      const revoked = await revokeWebhook(work, await personCalled(work, portal.portalId, as), id);
      if (!revoked.ok) throw new Refusal(revoked.reason, WEBHOOK_REFUSALS[revoked.reason]);
      return revoked.value;
    }),
});
