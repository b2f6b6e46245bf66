import { expect, it } from 'vitest';
import type { OfflineCondition, OfflineQueue } from '#domain/offline-event/offline-event.ts';
import { onEachDatabase } from '../../../test/databases.ts';
import { insertPortal } from '../../../test/portal-in-store.ts';
import type { OfflineSelection } from './offline-selection.ts';

onEachDatabase('the queues of events that are fetched', ({ store, write, clock }) => {
  const WAITING: OfflineSelection = {
    conditions: [],
    order: [{ by: 'id', isDescending: false }],
    processId: '',
    failed: false,
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
    const [first = { id: 0, messageId: '', changedAt: 0 }] = await list(queue);
    const met = (...conditions: OfflineCondition[]) => people(queue, { conditions });
    expect(await met({ on: 'id', is: '>', value: first.id })).toEqual([8, 9]);
    expect(await met({ on: 'changedAt', is: '<=', value: first.changedAt })).toEqual([7, 8, 9]);
    expect(await met({ on: 'id', isIn: [first.id] }, { on: 'event', isIn: ['userAdded'] })).toEqual([7]);
    expect(await met({ on: 'id', isIn: [] })).toEqual([]);
    expect(await met({ on: 'messageId', isIn: [first.messageId] })).toEqual([7]);
    expect(await met({ on: 'messageId', is: '>=', value: first.messageId }, { on: 'id', isIn: [first.id] })).toEqual([
      7,
    ]);
    expect(await met({ on: 'messageId', contains: first.messageId.slice(5, 25) })).toEqual([7]);
    expect(await met({ on: 'id', contains: String(first.id) })).toContain(7);
    for (const text of ['%', '_', '\\', "'"]) expect(await met({ on: 'messageId', contains: text })).toEqual([]);
    expect(await people(queue, { order: [{ by: 'id', isDescending: true }] })).toEqual([9, 8, 7]);
    expect(await store().read((work) => work.offlineEvents.countEvents(queue, WAITING))).toBe(3);
  });

  it('are sorted by the names that values have elsewhere', async () => {
    const queue = await queueOf();
    await put(queue, 7);
    const tested = { type: 'testCalled', userId: 1, query: {} } as const;
    await write((work) => work.offlineEvents.insertEvent(queue, '', tested, work.now));
    const types = async (...ranks: string[]) =>
      (await list(queue, { order: [{ by: 'event', ranks, isDescending: false }] })).map(({ event }) => event.type);
    expect(await types('testCalled', 'userAdded')).toEqual(['testCalled', 'userAdded']);
    expect(await types('userAdded', 'testCalled')).toEqual(['userAdded', 'testCalled']);
  });

  it('know an event by what it is and what it is about', async () => {
    const one = await queueOf();
    const another = { ...one, connector: 'another' };
    for (const queue of [one, another]) for (const person of [7, 8]) await put(queue, person);
    const keys = (await list(one)).map(({ messageId }) => messageId);
    expect((await list(another)).map(({ messageId }) => messageId)).toEqual(keys);
    expect(new Set(keys).size).toBe(2);
    expect(keys.every((key) => /^[0-9a-f]{32}$/.test(key))).toBe(true);
  });

  it('let go of a batch, or of a part of it', async () => {
    const queue = await queueOf();
    for (const person of [7, 8, 9]) await put(queue, person);
    const [seventh, eighth] = await list(queue);
    const drop = (processId: string, { ids = [], messageIds = [] }: { ids?: number[]; messageIds?: string[] }) =>
      write(({ offlineEvents }) => offlineEvents.deleteOfBatch(queue, { processId, ids, messageIds }, 10));
    const all = (await list(queue)).map(({ id }) => id);
    await write(({ offlineEvents, now }) => offlineEvents.updateReserved(all, 'mine', now));
    await drop('another', {});
    expect(await people(queue, { processId: 'mine' })).toEqual([7, 8, 9]);
    await drop('mine', { ids: [seventh?.id ?? 0] });
    expect(await people(queue, { processId: 'mine' })).toEqual([8, 9]);
    // Message ids count before ids (N11).
    await drop('mine', { ids: all, messageIds: [eighth?.messageId ?? ''] });
    expect(await people(queue, { processId: 'mine' })).toEqual([9]);
    await drop('mine', {});
    expect(await people(queue, { processId: 'mine' })).toEqual([]);
  });

  it('are taken out no more at once than is said', async () => {
    const queue = await queueOf();
    for (const person of [7, 8, 9]) await put(queue, person);
    const part = { processId: '', ids: [], messageIds: [] };
    const drop = () => write(({ offlineEvents }) => offlineEvents.deleteOfBatch(queue, part, 2));
    expect([await drop(), await drop(), await drop()]).toEqual([2, 1, 0]);
    expect(await people(queue)).toEqual([]);
  });

  it('give what could not be dealt with to those alone who ask for it, until it changes once more', async () => {
    const queue = await queueOf();
    for (const person of [7, 8]) await put(queue, person);
    const [seventh] = await list(queue);
    await write(async ({ offlineEvents, now }) => {
      await offlineEvents.updateReserved([seventh?.id ?? 0], 'mine', now);
      const locked = await offlineEvents.lockByMessages(queue, [seventh?.messageId ?? '', 'unknown']);
      expect(locked).toMatchObject([{ id: seventh?.id, processId: 'mine' }]);
      await offlineEvents.updateFailed([seventh?.id ?? 0]);
      await offlineEvents.updateFailed([]);
    });
    expect(await people(queue)).toEqual([8]);
    expect(await people(queue, { failed: true })).toEqual([7]);
    await put(queue, 7);
    expect(await people(queue)).toEqual([7, 8]);
    expect(await people(queue, { failed: true })).toEqual([]);
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
