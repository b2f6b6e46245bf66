import { z } from 'zod';
import { addWebhook } from '#domain/webhook/add-webhook.ts';
import { defineCommand } from '../../definition.ts';
import { Refusal } from '../../refusal.ts';
import { knownScope, scope } from '../../terms/known-scope.ts';
import { person, personCalled } from '../../terms/names.ts';
import { addressOf, days, endsAfter, title, WEBHOOK_REFUSALS, webhook } from '../../terms/webhook.ts';

export default defineCommand({
  pages: 'administrator',
  summary: 'Makes a webhook of a person. Its address is in the answer; it is kept sealed and never in a log.',
  body: z.strictObject({
    as: person,
    scope: scope.optional().describe('What it may do; the usual permissions unless it is said'),
    title: title.default('Made at the command line'),
    expiresInDays: days.optional(),
  }),
  answer: webhook.extend({ url: z.string().describe('Whoever has it acts as the person') }),
  async run(portal, { as, scope = portal.scopes.usual, title, expiresInDays }) {
    const known = knownScope(portal, scope);
    return portal.store.write(async (work) => {
      const owner = await personCalled(work, portal.portalId, as);
      const expiresAt = expiresInDays === undefined ? null : endsAfter(work.now, expiresInDays);
      const added = await addWebhook(work, owner, { scope: known, title, expiresAt });
      if (!added.ok) throw new Refusal(added.reason, WEBHOOK_REFUSALS[added.reason]);
      const { webhook, code } = added.value;
      return { ...webhook, url: addressOf(portal, webhook, code) };
    });
  },
});
