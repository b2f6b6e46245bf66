import { z } from 'zod';
import { fullName } from '#domain/user/user.ts';
import { defineControlCommand } from '../definition.ts';
import { personCalled } from '../terms/names.ts';
import { addressOf } from '../terms/webhook.ts';

/** All webhooks; of a person whose they are, with their addresses: those are for their owner alone. */
export const webhookListCommand = defineControlCommand({
  name: 'webhook-list',
  body: z.object({ as: z.string().optional() }),
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
      return { webhooks: listed.map((webhook) => ({ ...webhook, owner: names.get(webhook.userId) ?? '' })) };
    }),
});
