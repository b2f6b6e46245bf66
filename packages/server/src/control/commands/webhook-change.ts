import { z } from 'zod';
import { changeWebhook } from '#domain/webhook/change-webhook.ts';
import { Complaint } from '#kit/complaint.ts';
import { defineControlCommand } from '../definition.ts';
import { knownScope } from '../terms/known-scope.ts';
import { personCalled } from '../terms/names.ts';
import { addressOf, days, endsAfter, id, title, WEBHOOK_REFUSALS } from '../terms/webhook.ts';

/** What is left out stays as it is. */
export const webhookChangeCommand = defineControlCommand({
  name: 'webhook-change',
  body: z.object({
    as: z.string(),
    id,
    scope: z.array(z.string()).min(1).optional(),
    title: title.optional(),
    /** null: until it is revoked. */
    expiresInDays: days.nullish(),
  }),
  async run(portal, { as, id, scope, title, expiresInDays }) {
    const change = {
      ...(scope && { scope: knownScope(portal, scope) }),
      ...(title !== undefined && { title }),
    };
    return portal.store.write(async (work) => {
      const actor = await personCalled(work, portal.portalId, as);
      const ends = expiresInDays && { expiresAt: endsAfter(work.now, expiresInDays) };
      const changed = await changeWebhook(work, actor, id, {
        ...change,
        ...(expiresInDays === null ? { expiresAt: null } : ends),
      });
      if (!changed.ok) throw new Complaint(WEBHOOK_REFUSALS[changed.reason]);
      const { webhook, newCode } = changed.value;
      return { ...webhook, ...(newCode !== undefined && { url: addressOf(portal, webhook, newCode) }) };
    });
  },
});
