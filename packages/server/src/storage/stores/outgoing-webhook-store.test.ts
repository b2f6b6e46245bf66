import { expect, it } from 'vitest';
import { onEachDatabase } from '../../../test/databases.ts';
import { insertPortal } from '../../../test/portal-in-store.ts';

onEachDatabase('the outgoing webhooks', ({ store, write }) => {
  it('have a receiver at their address, and a token that is not to be read in the database', async () => {
    const { portalId, alice } = await write(insertPortal);
    const draft = { portalId, userId: alice.id, title: 'To the warehouse', applicationToken: 'a-secret-token' };
    const webhook = await write((work) =>
      work.outgoingWebhooks.insertWebhook(draft, 'https://warehouse.example/', work.now),
    );
    await store().read(async (work) => {
      expect(await work.outgoingWebhooks.findWebhook(webhook.id)).toEqual(webhook);
      expect(await work.outgoingWebhooks.listOfPortal(portalId)).toEqual([webhook]);
      expect(await work.receivers.findReceiver(webhook.receiverId)).toMatchObject({
        kind: 'webhook',
        ref: webhook.id,
        address: 'https://warehouse.example/',
      });
    });
    const rows = await store().readWith((session) =>
      session.query((db) => db.selectFrom('outgoing_webhook').selectAll()),
    );
    expect(JSON.stringify(rows)).not.toContain('a-secret-token');
    await write((work) => work.outgoingWebhooks.deleteWebhook(webhook.id));
    expect(await store().read((work) => work.outgoingWebhooks.findWebhook(webhook.id))).toBeUndefined();
  });
});
