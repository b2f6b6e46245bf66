import { expect } from 'vitest';
import { queued, reserve } from '../scenes/events.ts';
import { contract } from './contract.ts';
import { withQueue } from './event.offline.get.ts';

export default contract({
  method: 'event.offline.clear',
  async example(world) {
    const { application } = await withQueue(world);
    const { process_id, events } = await reserve(application);
    return { as: application, params: { process_id, id: [events[1]?.ID] } };
  },
  errors: {
    'ACCESS_DENIED: Access denied!': async (world) => ({
      as: (await world.application()).as(world.bob),
      params: { process_id: 'any' },
    }),
  },
  params: {
    async process_id(world) {
      const { application, ids } = await withQueue(world);
      const { process_id } = await reserve(application, { limit: 1 });
      await application.ok('event.offline.clear', { process_id: 'another' });
      expect(await queued(application)).toEqual(ids);
      await application.ok('event.offline.clear', { process_id });
      expect(await queued(application)).toEqual([ids[1]]);
    },
    async id(world) {
      const { application, ids } = await withQueue(world);
      const { process_id, events } = await reserve(application);
      await application.ok('event.offline.clear', { process_id, id: [events[0]?.ID] });
      expect(await queued(application)).toEqual([ids[1]]);
    },
    async message_id(world) {
      const { application, ids } = await withQueue(world);
      const { process_id, events } = await reserve(application);
      // It counts before id (N11).
      const both = { id: [events[0]?.ID], message_id: [events[1]?.MESSAGE_ID] };
      await application.ok('event.offline.clear', { process_id, ...both });
      expect(await queued(application)).toEqual([ids[0]]);
    },
    async auth_connector(world) {
      const { application, ids } = await withQueue(world, { auth_connector: 'BxTest' });
      const { process_id } = await reserve(application, { auth_connector: 'BxTest' });
      await application.ok('event.offline.clear', { process_id, auth_connector: 'another' });
      expect(await queued(application, { auth_connector: 'BxTest' })).toEqual(ids);
      await application.ok('event.offline.clear', { process_id, auth_connector: 'BxTest' });
      expect(await queued(application, { auth_connector: 'BxTest' })).toEqual([]);
    },
  },
});
