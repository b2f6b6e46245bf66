import { expect, it } from 'vitest';
import type { Webhook } from '#domain/webhook/webhook.ts';
import { onEachDatabase } from '../../../test/databases.ts';
import { insertPortal, type PortalInStore } from '../../../test/portal-in-store.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

const CODE = 'abcdefghijklmnopqrstuvwx';

function insertWebhook(
  work: UnitOfWork,
  { portalId, alice }: PortalInStore,
  more: Partial<Webhook> = {},
): Promise<Webhook> {
  return work.webhooks.insertWebhook(
    { portalId, userId: alice.id, scope: ['im', 'imbot'], title: 'Mine', expiresAt: null, ...more },
    CODE,
    work.now,
  );
}

onEachDatabase('the webhook store', ({ clock, store, write }) => {
  it('finds a webhook by its code and its user together', async () => {
    const portal = await write(insertPortal);
    const made = await write((work) => insertWebhook(work, portal));
    await store().read(async (work) => {
      expect(await work.webhooks.findUsable(portal.alice.id, CODE, work.now)).toEqual(made);
      expect(await work.webhooks.findUsable(portal.bob.id, CODE, work.now)).toBeUndefined();
      expect(await work.webhooks.findUsable(portal.alice.id, CODE.toUpperCase(), work.now)).toBeUndefined();
    });
  });

  it('does not know an expired one any more', async () => {
    const portal = await write(insertPortal);
    await write((work) => insertWebhook(work, portal, { expiresAt: work.now + 1000 }));
    const found = () => store().read((work) => work.webhooks.findUsable(portal.alice.id, CODE, work.now));
    expect(await found()).toBeDefined();
    clock.advance(1000);
    expect(await found()).toBeUndefined();
  });

  it('has no scope when none was given', async () => {
    const portal = await write(insertPortal);
    const made = await write((work) => insertWebhook(work, portal, { scope: [] }));
    expect(made.scope).toEqual([]);
    expect((await store().read((work) => work.webhooks.findUsable(portal.alice.id, CODE, work.now)))?.scope).toEqual(
      [],
    );
  });

  it('shows the code to its owner again, and holds it nowhere in the clear', async () => {
    const portal = await write(insertPortal);
    const webhook = await write((work) => insertWebhook(work, portal));
    expect(await store().read((work) => work.webhooks.listOfUser(portal.alice.id))).toEqual([{ webhook, code: CODE }]);
    const rows = await store().readWith((session) => session.query((db) => db.selectFrom('webhook').selectAll()));
    expect(JSON.stringify(rows)).not.toContain(CODE);
  });
});
