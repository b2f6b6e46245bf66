import { z } from 'zod';
import { issueWebhook } from '#domain/webhook/issue-webhook.ts';
import { defineControlCommand } from '../definition.ts';
import { knownScope } from '../terms/known-scope.ts';
import { personCalled } from '../terms/names.ts';
import { addressOf, days, endsAfter, title } from '../terms/webhook.ts';

/** A new webhook of a person. Its address is the answer; it is kept sealed and never in a log. */
export const webhookAddCommand = defineControlCommand({
  name: 'webhook-add',
  body: z.object({
    as: z.string(),
    scope: z.array(z.string()).min(1).optional(),
    title: title.default('Made at the command line'),
    expiresInDays: days.optional(),
  }),
  async run(portal, { as, scope = portal.scopes.usual, title, expiresInDays }) {
    const known = knownScope(portal, scope);
    return portal.store.write(async (work) => {
      const owner = await personCalled(work, portal.portalId, as);
      const expiresAt = expiresInDays === undefined ? null : endsAfter(work.now, expiresInDays);
      const { webhook, code } = await issueWebhook(work, owner, { scope: known, title, expiresAt });
      return { ...webhook, url: addressOf(portal, webhook, code) };
    });
  },
});
