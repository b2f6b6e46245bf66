import { expect, it } from 'vitest';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { onEachDatabase } from '../../../test/databases.ts';
import { insertPortal } from '../../../test/portal-in-store.ts';
import { recordPublicEvent } from '../record-event.ts';
import { subscribe } from '../subscription/subscribe.ts';
import { clearOfflineEvents, markOfflineEvents } from './conclude-offline-events.ts';
import { fetchOfflineEvents } from './fetch-offline-events.ts';
import { forgetUnfetchedEvents } from './forget-unfetched-events.ts';

const ANY = {
  conditions: [],
  order: [{ by: 'changedAt', isDescending: false }],
  limit: 50,
  isCleared: false,
  processId: undefined,
  failed: false,
} as const;

onEachDatabase('events that an application fetches', ({ write }) => {
  /** An application for which it is kept who came, and two who did. */
  async function application(work: UnitOfWork) {
    const { application, alice, bob, portalId } = await insertPortal(work);
    const wish = {
      event: 'userAdded',
      address: undefined,
      userId: 0,
      isOffline: true,
      connector: '',
      minTimeout: 1,
    } as const;
    expect(await subscribe(work, application, bob, wish)).toMatchObject({ reason: 'offline_needs_admin' });
    expect(await subscribe(work, application, { ...alice, isAdmin: true }, wish)).toMatchObject({ ok: true });
    for (const { id } of [alice, bob])
      await recordPublicEvent(work, portalId, { type: 'userAdded', userId: id, personId: id });
    return { portalId, alice, queue: { applicationId: application.id, connector: '' } };
  }

  it('are in the hands of the one who fetched them, until that one says what became of them', () =>
    write(async (work) => {
      const { queue } = await application(work);
      const { processId, events } = await fetchOfflineEvents(work, queue, { ...ANY, limit: 1 });
      expect(events).toHaveLength(1);
      const next = await fetchOfflineEvents(work, queue, ANY);
      expect(next.events).toHaveLength(1);
      expect(next.events[0]?.id).not.toBe(events[0]?.id);
      const again = await fetchOfflineEvents(work, queue, { ...ANY, processId: processId ?? '' });
      expect(again).toMatchObject({ processId, events: [{ id: events[0]?.id }] });
      await markOfflineEvents(work, queue, processId ?? '', [events[0]?.messageId ?? '']);
      await clearOfflineEvents(work, queue, { processId: next.processId ?? '', ids: [], messageIds: [] }, 10);
      expect((await fetchOfflineEvents(work, queue, ANY)).events).toEqual([]);
      const failed = await fetchOfflineEvents(work, queue, { ...ANY, failed: true, isCleared: true });
      expect(failed).toMatchObject({ processId: null, events: [{ id: events[0]?.id, isError: true }] });
      expect((await fetchOfflineEvents(work, queue, { ...ANY, failed: true })).events).toEqual([]);
    }));

  it('fail only for the batch that is named; whatever else tells of the same objects is forgotten', () =>
    write(async (work) => {
      const { queue, portalId, alice } = await application(work);
      const changes = () =>
        recordPublicEvent(work, portalId, { type: 'userAdded', userId: alice.id, personId: alice.id });
      const first = await fetchOfflineEvents(work, queue, ANY);
      const messageIds = first.events.map(({ messageId }) => messageId);
      await changes();
      const second = await fetchOfflineEvents(work, queue, ANY);
      await changes();
      await markOfflineEvents(work, queue, first.processId ?? '', messageIds);
      const failed = await fetchOfflineEvents(work, queue, { ...ANY, failed: true });
      expect(failed.events.map(({ id }) => id)).toEqual(first.events.map(({ id }) => id));
      expect((await fetchOfflineEvents(work, queue, ANY)).events).toEqual([]);
      expect((await fetchOfflineEvents(work, queue, { ...ANY, processId: second.processId ?? '' })).events).toEqual([]);
      // A batch that there is not marks nothing.
      await markOfflineEvents(work, queue, 'another', messageIds);
      expect((await fetchOfflineEvents(work, queue, { ...ANY, failed: true })).events).toEqual([]);
    }));

  it('go with their whole batch when that is fetched to be cleared', () =>
    write(async (work) => {
      const { queue } = await application(work);
      const { processId } = await fetchOfflineEvents(work, queue, ANY);
      const wish = { ...ANY, processId: processId ?? '', isCleared: true, limit: 1 };
      expect(await fetchOfflineEvents(work, queue, wish)).toMatchObject({ processId, events: [{}] });
      expect((await fetchOfflineEvents(work, queue, { ...wish, isCleared: false })).events).toEqual([]);
    }));

  it('are gone once they are fetched to be cleared', () =>
    write(async (work) => {
      const { queue } = await application(work);
      const cleared = await fetchOfflineEvents(work, queue, { ...ANY, isCleared: true });
      expect(cleared.events).toHaveLength(2);
      expect((await fetchOfflineEvents(work, queue, ANY)).events).toEqual([]);
    }));

  it('are forgotten, the oldest first, when more wait than may', () =>
    write(async (work) => {
      const { portalId, queue } = await application(work);
      for (const personId of [11, 12, 13])
        await recordPublicEvent(work, portalId, { type: 'userAdded', userId: 1, personId });
      expect(await forgetUnfetchedEvents(work, 2, 5)).toBe(0);
      expect(await forgetUnfetchedEvents(work, 2, 2)).toBe(2);
      expect(await forgetUnfetchedEvents(work, 2, 2)).toBe(1);
      expect(await forgetUnfetchedEvents(work, 2, 2)).toBe(0);
      const { events } = await fetchOfflineEvents(work, queue, ANY);
      expect(events.map(({ event }) => event)).toMatchObject([{ personId: 12 }, { personId: 13 }]);
    }));

  it('do not count among those that wait while they are in hand', () =>
    write(async (work) => {
      const { queue } = await application(work);
      await fetchOfflineEvents(work, queue, ANY);
      expect(await forgetUnfetchedEvents(work, 10, 0)).toBe(0);
    }));
});
