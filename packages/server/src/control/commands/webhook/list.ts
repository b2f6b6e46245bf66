import { z } from 'zod';
import { fullName } from '#domain/user/user.ts';
import { defineCommand } from '../../definition.ts';
import { scopes, shownScopes } from '../../terms/known-scope.ts';
import { person, personCalled } from '../../terms/names.ts';
import { addressOf, webhook } from '../../terms/webhook.ts';

export default defineCommand({
  pages: 'administrator',
  summary: "Lists webhooks. A person's own come with their addresses: those are for their owner alone.",
  body: z.strictObject({ as: person.optional().describe('Whose; everybody’s unless it is said') }),
  answer: z.strictObject({
    webhooks: z.array(
      webhook.extend({
        owner: z.string().describe('The full name of the person'),
        url: z.string().optional().describe('Where a person was named'),
      }),
    ),
    scopes,
  }),
  run: (portal, { as }) =>
    portal.store.read(async (work) => {
      const owner = as === undefined ? undefined : await personCalled(work, portal.portalId, as);
      const listed = owner
        ? (await work.webhooks.listOfUser(owner.id)).map(({ webhook, code }) => ({
            ...webhook,
            url: addressOf(portal, webhook, code),
          }))
        : await work.webhooks.listOfPortal(portal.portalId);
      const users = await work.users.findUsers([...new Set(listed.map(({ userId }) => userId))]);
      const names = new Map(users.map((user) => [user.id, fullName(user)]));
      return {
        webhooks: listed.map((webhook) => ({ ...webhook, owner: names.get(webhook.userId) ?? '' })),
        scopes: shownScopes(portal),
      };
    }),
});
