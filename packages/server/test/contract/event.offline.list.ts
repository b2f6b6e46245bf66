import { expect } from 'vitest';
import { queued, reserve } from '../scenes/events.ts';
import { contract } from './contract.ts';
import { withObject, withQueue } from './event.offline.get.ts';

export default contract({
  method: 'event.offline.list',
  async example(world) {
    const { application } = await withQueue(world);
    return { as: application, params: { filter: { ERROR: 0 }, order: { ID: 'DESC' } } };
  },
  shape: (documented) => (documented as object[]).map(withObject),
  errors: {
    'ACCESS_DENIED: Access denied!': async (world) => ({
      as: (await world.application()).as(world.bob),
      params: {},
    }),
  },
  params: {
    async filter(world) {
      const { application, ids } = await withQueue(world);
      const { process_id } = await reserve(application, { limit: 1 });
      expect(await queued(application, { filter: { PROCESS_ID: process_id } })).toEqual([ids[0]]);
      expect(await queued(application, { filter: { PROCESS_ID: '' } })).toEqual([ids[1]]);
      expect(await queued(application, { filter: { ERROR: 1 } })).toEqual([]);
    },
    async order(world) {
      const { application, ids } = await withQueue(world);
      expect(await queued(application, { order: { TIMESTAMP_X: 'DESC' } })).toEqual([...ids].reverse());
    },
    async start(world) {
      const { application, ids } = await withQueue(world);
      expect(await queued(application, { start: 49 })).toEqual(ids);
      expect(await queued(application, { start: 50 })).toEqual([]);
    },
    async auth_connector(world) {
      const { application, ids } = await withQueue(world, { auth_connector: 'BxTest' });
      expect(await queued(application)).toEqual([]);
      expect(await queued(application, { auth_connector: 'BxTest' })).toEqual(ids);
    },
  },
});
