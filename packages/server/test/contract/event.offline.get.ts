import { expect } from 'vitest';
import { comes, comesAgain, keep, queued, reserve } from '../scenes/events.ts';
import type { TestApplication } from '../test-application.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

/** An application for which it is kept who came, and two who did, a minute apart. */
export async function withQueue(world: World, more = {}): Promise<{ application: TestApplication; ids: string[] }> {
  const application = await world.application();
  await keep(application, 'ONUSERADD', more);
  const ids = [String(await comes(world, 'Eve'))];
  world.clock.advance(60_000);
  ids.push(String(await comes(world, 'Frank')));
  return { application, ids };
}

/** By whom the records that are taken are known. */
async function taken(application: TestApplication, more = {}): Promise<string[]> {
  const { events } = await application.ok('event.offline.get', more);
  return events.map(({ EVENT_DATA }: { EVENT_DATA: { ID: number } }) => String(EVENT_DATA.ID));
}

/** In the documented example an object is kept as `false`; ours says which one it is. */
export const withObject = (record: object) => ({
  ...record,
  EVENT_DATA: { ID: 1 },
  EVENT_ADDITIONAL: { user_id: '1' },
});

export default contract({
  method: 'event.offline.get',
  async example(world) {
    const { application } = await withQueue(world, { auth_connector: 'BxTest' });
    const filter = { '=MESSAGE_ID': 1, '=EVENT_NAME': 'ONUSERADD', '>=ID': 1 };
    return { as: application, params: { filter, auth_connector: 'BxTest' } };
  },
  shape: (documented) => {
    const { events, ...rest } = documented as { events: object[] };
    return { ...rest, events: events.map(withObject) };
  },
  errors: {
    'ACCESS_DENIED: Access denied!': async (world) => ({
      as: (await world.application()).as(world.bob),
      params: {},
    }),
  },
  params: {
    async filter(world) {
      const { application, ids } = await withQueue(world);
      const [first, second] = await application.ok('event.offline.list');
      expect(
        await taken(application, { clear: 0, filter: { '!=ID': first.ID, '<TIMESTAMP_X': first.TIMESTAMP_X } }),
      ).toEqual([]);
      expect(await taken(application, { filter: { EVENT_NAME: 'ONAPPTEST' } })).toEqual([]);
      expect(await taken(application, { filter: { '>TIMESTAMP_X': first.TIMESTAMP_X } })).toEqual([ids[1]]);
      expect(await taken(application, { filter: { '=MESSAGE_ID': second.MESSAGE_ID } })).toEqual([]);
      expect(await taken(application, { filter: { '@ID': [first.ID], EVENT_NAME: 'onuseradd' } })).toEqual([ids[0]]);
    },
    async order(world) {
      const { application, ids } = await withQueue(world);
      expect(await taken(application, { order: { ID: 'DESC' }, limit: 1 })).toEqual([ids[1]]);
    },
    async limit(world) {
      const { application, ids } = await withQueue(world);
      expect(await taken(application, { limit: 1 })).toEqual([ids[0]]);
      expect(await queued(application)).toEqual([ids[1]]);
    },
    async clear(world) {
      const { application, ids } = await withQueue(world);
      const { process_id, events } = await reserve(application);
      expect([process_id, events.length]).toEqual([expect.stringMatching(/^[a-z0-9]{32}$/), 2]);
      expect(await taken(application)).toEqual([]);
      expect(await queued(application)).toEqual(ids);
    },
    async process_id(world) {
      const { application, ids } = await withQueue(world);
      const { process_id } = await reserve(application);
      await comes(world, 'Grace');
      expect(await taken(application, { clear: 0, process_id })).toEqual(ids);
    },
    async auth_connector(world) {
      const { application, ids } = await withQueue(world, { auth_connector: 'BxTest' });
      expect(await taken(application)).toEqual([]);
      expect(await taken(application, { auth_connector: 'BxTest' })).toEqual(ids);
    },
    async error(world) {
      const { application, ids } = await withQueue(world);
      const { process_id, events } = await reserve(application, { limit: 1 });
      await application.ok('event.offline.error', { process_id, message_id: [events[0]?.MESSAGE_ID] });
      await comesAgain(world, Number(ids[0]));
      expect(await taken(application, { clear: 0, error: 1, limit: 1 })).toEqual([ids[0]]);
      expect(await taken(application, { error: 0 })).toEqual([ids[1], ids[0]]);
    },
  },
});
