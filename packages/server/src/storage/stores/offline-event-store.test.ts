import { expect, it } from 'vitest';
import type { OfflineCondition, OfflineQueue } from '#domain/offline-event/offline-event.ts';
import { onEachDatabase } from '../../../test/databases.ts';
import { insertPortal } from '../../../test/portal-in-store.ts';
import type { OfflineSelection } from './offline-event-store.ts';

onEachDatabase('the queues of events that are fetched', ({ store, write, clock }) => {
  const WAITING: OfflineSelection = {
    conditions: [],
    order: [{ by: 'id', isDescending: false }],
    processId: '',
    withErrors: false,
  };
  const came = (personId: number) => ({ type: 'userAdded', userId: 1, personId }) as const;
  const put = (queue: OfflineQueue, personId: number, object = `user ${personId}`) =>
    write((work) => work.offlineEvents.insertEvent(queue, object, came(personId), work.now));
  const list = (queue: OfflineQueue, more: Partial<OfflineSelection> = {}) =>
    store().read((work) => work.offlineEvents.listEvents(queue, { ...WAITING, ...more }, 10));
  const people = async (queue: OfflineQueue, more: Partial<OfflineSelection> = {}) =>
    (await list(queue, more)).map(({ event }) => event.type === 'userAdded' && event.personId);
  const queueOf = async (): Promise<OfflineQueue> => {
    const { application } = await write(insertPortal);
    return { applicationId: application.id, connector: '' };
  };

  it('keep one event of each object: how it was last, and when', async () => {
    const queue = await queueOf();
    await put(queue, 7, 'one object');
    clock.advance(5_000);
    await put(queue, 8, 'one object');
    expect(await list(queue)).toMatchObject([
      { event: came(8), changedAt: clock.now() - (clock.now() % 1000), processId: '', isError: false },
    ]);
  });

  it('begin anew for an object that is in hand, so that what changes meanwhile is not lost', async () => {
    const queue = await queueOf();
    await put(queue, 7);
    const [{ id } = { id: 0 }] = await list(queue);
    await write((work) => work.offlineEvents.updateReserved([id], 'mine', work.now));
    await put(queue, 7);
    expect(await people(queue)).toEqual([7]);
    expect(await people(queue, { processId: 'mine' })).toEqual([7]);
  });

  it('are separate for each application and each connector', async () => {
    const queue = await queueOf();
    await put(queue, 7);
    await put({ ...queue, connector: 'mine' }, 8);
    expect(await people(queue)).toEqual([7]);
    expect(await people({ ...queue, connector: 'mine' })).toEqual([8]);
    expect(await people({ ...queue, applicationId: queue.applicationId + 1 })).toEqual([]);
  });

  it('are read by conditions and in order', async () => {
    const queue = await queueOf();
    for (const person of [7, 8, 9]) await put(queue, person);
    const [first = { id: 0, changedAt: 0 }] = await list(queue);
    const met = (...conditions: OfflineCondition[]) => people(queue, { conditions });
    expect(await met({ on: 'id', is: '>', value: first.id })).toEqual([8, 9]);
    expect(await met({ on: 'changedAt', is: '<=', value: first.changedAt })).toEqual([7, 8, 9]);
    expect(await met({ on: 'id', isIn: [first.id] }, { on: 'event', isIn: ['userAdded'] })).toEqual([7]);
    expect(await met({ on: 'event', isNotIn: ['userAdded'] })).toEqual([]);
    expect(await met({ on: 'event', isNotIn: [] })).toEqual([7, 8, 9]);
    expect(await met({ on: 'id', isIn: [] })).toEqual([]);
    expect(await people(queue, { order: [{ by: 'id', isDescending: true }] })).toEqual([9, 8, 7]);
    expect(await store().read((work) => work.offlineEvents.countEvents(queue, WAITING))).toBe(3);
  });

  it('let go of what is cleared, and mark what could not be dealt with', async () => {
    const queue = await queueOf();
    for (const person of [7, 8, 9]) await put(queue, person);
    const ids = (await list(queue)).map(({ id }) => id);
    await write(async ({ offlineEvents, now }) => {
      await offlineEvents.updateReserved(ids, 'mine', now);
      expect(await offlineEvents.listReservedBy(queue.applicationId, 'another')).toEqual([]);
      expect(await offlineEvents.listReservedBy(queue.applicationId + 1, 'mine')).toEqual([]);
      expect(await offlineEvents.listReservedBy(queue.applicationId, 'mine')).toEqual(ids);
      expect(await offlineEvents.listReservedBy(queue.applicationId, 'mine', [])).toEqual([]);
      await offlineEvents.deleteEvents(
        await offlineEvents.listReservedBy(queue.applicationId, 'mine', ids.slice(0, 1)),
      );
      await offlineEvents.updateFailed(ids.slice(1, 2));
    });
    expect(await people(queue, { processId: 'mine' })).toEqual([9]);
    expect(await people(queue, { withErrors: true })).toEqual([8]);
    await write(({ offlineEvents }) => offlineEvents.deleteEvents([]));
    expect(await people(queue, { withErrors: true })).toEqual([8]);
  });

  it('know what has been in hand for too long', async () => {
    const queue = await queueOf();
    for (const person of [7, 8]) await put(queue, person);
    const [{ id } = { id: 0 }] = await list(queue);
    await write((work) => work.offlineEvents.updateReserved([id], 'mine', work.now));
    const before = (time: number) => store().read((work) => work.offlineEvents.listReservedBefore(time, 10));
    expect(await before(clock.now())).toEqual([]);
    expect(await before(clock.now() + 1)).toEqual([id]);
  });
});
