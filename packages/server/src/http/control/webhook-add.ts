import { z } from 'zod';
import { issueWebhook } from '../../domain/webhook/issue-webhook.ts';
import { defineControlCommand } from './command.ts';
import { knownScope } from './known-scope.ts';
import { personCalled } from './names.ts';

const DAY = 24 * 60 * 60 * 1000;

/** A new webhook of a person. Its address is the answer; it is kept sealed and never in a log. */
export const webhookAddCommand = defineControlCommand({
  name: 'webhook-add',
  body: z.object({
    as: z.string(),
    scope: z.array(z.string()).min(1).optional(),
    title: z.string().max(200).default('Made at the command line'),
    expiresInDays: z.number().positive().max(36_500).optional(),
  }),
  async run(portal, { as, scope = portal.scopes.usual, title, expiresInDays }) {
    const known = knownScope(portal, scope);
    return portal.store.write(async (work) => {
      const owner = await personCalled(work, portal.portalId, as);
      const expiresAt = expiresInDays === undefined ? null : work.now + Math.round(expiresInDays * DAY);
      const { webhook, code } = await issueWebhook(work, owner, { scope: known, title, expiresAt });
      return { ...webhook, url: `${portal.url()}/rest/${owner.id}/${code}/` };
    });
  },
});
