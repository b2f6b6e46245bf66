import { expect, it } from 'vitest';
import { outbox } from '#storage/stores/outbox.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { onEachDatabase } from '../../../test/databases.ts';
import { insertPortal } from '../../../test/portal-in-store.ts';
import { bindHandlers } from '../application/bind-handlers.ts';
import { recordApplicationEvent, recordEvent } from '../record-event.ts';
import { subscribe } from './subscribe.ts';
import { unsubscribe, unsubscribeAll } from './unsubscribe.ts';

const OWN = 'https://bot.example/';
const OTHER = 'https://other.example/';

onEachDatabase('those who asked to hear of an event', ({ store, write }) => {
  async function portal(work: UnitOfWork) {
    const made = await insertPortal(work);
    return { ...made, admin: { ...made.alice, isAdmin: true } };
  }
  const at = (address: string) =>
    ({ event: 'messageDeleted', address, userId: 0, isOffline: false, connector: '', minTimeout: 1 }) as const;
  const waiting = async (receiverId: number) =>
    (await store().readWith((session) => outbox(session).listPending(receiverId, 0, 10))).map(({ event }) => event);

  it('each get their own copy of what a bot is told, with the name of the bot; its own address none', async () => {
    const event = { type: 'botDeleted', userId: 1, code: 'echo' } as const;
    const { bot, other } = await write(async (work) => {
      const { application, admin, bot, portalId } = await portal(work);
      await bindHandlers(work, application.id, { botDeleted: OWN });
      for (const address of [OWN, OTHER])
        await subscribe(work, application, admin, { ...at(address), event: event.type });
      await recordEvent(work, bot, 7, event);
      const draft = { portalId, kind: 'application', ref: application.id } as const;
      return { bot, other: await work.receivers.insertReceiver({ ...draft, address: OTHER }) };
    });
    expect(await waiting(bot.receiverId)).toEqual([event]);
    expect(await waiting(other.id)).toEqual([{ ...event, botId: bot.id }]);
    const receivers = await store().readWith((session) => outbox(session).listReceiversWithPending());
    expect(receivers.sort()).toEqual([bot.receiverId, other.id].sort());
  });

  it('hear of their application once at an address that is named in any case', async () => {
    const event = { type: 'applicationInstalled', userId: 1, version: '1' } as const;
    const receivers = await write(async (work) => {
      const { application, admin, portalId } = await portal(work);
      await subscribe(work, application, admin, { ...at(OWN), event: event.type });
      for (const address of [OWN, OTHER]) await recordApplicationEvent(work, application, event, address);
      const draft = { portalId, kind: 'application', ref: application.id } as const;
      return [
        await work.receivers.insertReceiver({ ...draft, address: OWN }),
        await work.receivers.insertReceiver({ ...draft, address: OTHER }),
      ];
    });
    expect(await Promise.all(receivers.map(({ id }) => waiting(id)))).toEqual([[event, event], [event]]);
  });

  it('can stop: those that are meant, or all', () =>
    write(async (work) => {
      const { application, admin, bob } = await portal(work);
      for (const address of [OWN, OTHER]) await subscribe(work, application, admin, at(address));
      await subscribe(work, application, bob, at(OWN));
      await subscribe(work, application, admin, { ...at(OWN), isOffline: true });
      const ends = (user: typeof bob, wish: Partial<Parameters<typeof unsubscribe>[3]>) =>
        unsubscribe(work, application, user, {
          ...at(OWN),
          userId: undefined,
          ...wish,
        });
      expect(await ends(bob, { isOffline: true })).toMatchObject({ reason: 'offline_needs_admin' });
      expect(await ends(bob, { userId: admin.id })).toMatchObject({ reason: 'other_user_needs_admin' });
      expect(await ends(bob, {})).toMatchObject({ value: 1 });
      expect(await ends(admin, { address: OTHER })).toMatchObject({ value: 1 });
      expect(await ends(admin, { event: 'userAdded' })).toMatchObject({ value: 0 });
      expect(await ends(admin, { address: '' })).toMatchObject({ reason: 'no_address' });
      expect(await work.subscriptions.listOfApplication(application.id)).toHaveLength(2);
      await unsubscribeAll(work, application);
      expect(await work.subscriptions.listOfApplication(application.id)).toEqual([]);
    }));
});
