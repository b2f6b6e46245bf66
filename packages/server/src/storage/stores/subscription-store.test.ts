import { expect, it } from 'vitest';
import type { SubscriptionDraft } from '#domain/subscription/subscription.ts';
import { onEachDatabase } from '../../../test/databases.ts';
import { insertPortal } from '../../../test/portal-in-store.ts';

onEachDatabase('the subscriptions', ({ store, write }) => {
  const at = { event: 'userAdded', userId: 0, isOffline: false, connector: '', minTimeout: 1 } as const;

  async function portalWithReceiver() {
    const portal = await write(insertPortal);
    const { portalId, application } = portal;
    const draft = { portalId, kind: 'application', ref: application.id, address: 'https://app.example/' } as const;
    return { ...portal, receiver: await write((work) => work.receivers.insertReceiver(draft)) };
  }
  const insert = (draft: SubscriptionDraft) => write((work) => work.subscriptions.insertSubscription(draft, work.now));

  it('are told apart by event, user, way and connector, and made once', async () => {
    const { receiver, application } = await portalWithReceiver();
    const draft = { ...at, receiverId: receiver.id };
    const id = await insert(draft);
    expect(await insert(draft)).toBeUndefined();
    for (const more of [{ userId: 7 }, { event: 'testCalled' as const }, { isOffline: true }, { connector: 'mine' }])
      expect(await insert({ ...draft, ...more })).toBeGreaterThan(id ?? 0);
    const subscriptions = await store().read((work) => work.subscriptions.listOfApplication(application.id));
    expect(subscriptions).toHaveLength(5);
    expect(subscriptions[0]).toEqual({
      ...draft,
      id,
      applicationId: application.id,
      address: 'https://app.example/',
    });
  });

  it('are found by application and event, or by portal and event', async () => {
    const { receiver, application, portalId } = await portalWithReceiver();
    const id = await insert({ ...at, receiverId: receiver.id });
    await store().read(async ({ subscriptions }) => {
      expect(await subscriptions.listOfApplicationTo(application.id, 'userAdded')).toMatchObject([{ id }]);
      expect(await subscriptions.listOfApplicationTo(application.id, 'testCalled')).toEqual([]);
      expect(await subscriptions.listOfApplicationTo(application.id + 1, 'userAdded')).toEqual([]);
      expect(await subscriptions.listInPortalTo(portalId, 'userAdded')).toMatchObject([{ id }]);
      expect(await subscriptions.listInPortalTo(portalId + 1, 'userAdded')).toEqual([]);
    });
  });

  it('are gone when they are ended, one by one or with their receiver', async () => {
    const { receiver, application } = await portalWithReceiver();
    const id = (await insert({ ...at, receiverId: receiver.id })) ?? 0;
    await insert({ ...at, receiverId: receiver.id, userId: 7 });
    const end = () => write((work) => work.subscriptions.deleteSubscription(id));
    expect((await Promise.all([end(), end()])).sort()).toEqual([false, true]);
    const left = () => store().read((work) => work.subscriptions.listOfApplication(application.id));
    expect(await left()).toHaveLength(1);
    await write((work) => work.subscriptions.deleteOfReceiver(receiver.id));
    expect(await left()).toEqual([]);
  });
});
