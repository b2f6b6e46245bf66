import { expect } from 'vitest';
import { queued, reserve } from '../scenes/events.ts';
import { contract } from './contract.ts';
import { withQueue } from './event.offline.get.ts';

export default contract({
  method: 'event.offline.error',
  async example(world) {
    const { application } = await withQueue(world);
    const { process_id, events } = await reserve(application);
    return { as: application, params: { process_id, message_id: [events[1]?.MESSAGE_ID] } };
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
      const { process_id } = await reserve(application);
      await application.ok('event.offline.error', { process_id: 'another' });
      expect(await queued(application, { filter: { ERROR: 1 } })).toEqual([]);
      await application.ok('event.offline.error', { process_id });
      expect(await queued(application, { filter: { ERROR: 1 } })).toEqual(ids);
    },
    async message_id(world) {
      const { application, ids } = await withQueue(world);
      const { process_id, events } = await reserve(application);
      await application.ok('event.offline.error', { process_id, message_id: [events[1]?.MESSAGE_ID] });
      expect(await queued(application, { filter: { ERROR: 1 } })).toEqual([ids[1]]);
    },
  },
});
