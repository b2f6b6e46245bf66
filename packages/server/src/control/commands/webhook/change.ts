import { z } from 'zod';
import { changeWebhook } from '#domain/webhook/change-webhook.ts';
import { Complaint } from '#kit/complaint.ts';
import { defineCommand } from '../../definition.ts';
import { knownScope, scope } from '../../terms/known-scope.ts';
import { person, personCalled } from '../../terms/names.ts';
import { addressOf, days, endsAfter, id, title, WEBHOOK_REFUSALS, webhook } from '../../terms/webhook.ts';

export default defineCommand({
  pages: 'administrator',
  summary: 'Changes a webhook: what is left out stays as it is.',
  body: z.strictObject({
    as: person.describe('Who changes it: its owner, or an administrator, whose it is then under a new address'),
    id,
    scope: scope.optional().describe('What it may do'),
    title: title.optional(),
    expiresInDays: days.nullish().describe('Days from now until it stops working; null: it works until it is revoked'),
  }),
  answer: webhook.extend({ url: z.string().optional().describe('Where it has a new address') }),
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
