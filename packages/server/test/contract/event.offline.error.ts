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
    "ERROR_ARGUMENT: Argument 'MESSAGE_ID' is null or empty": async (world) => ({
      as: await world.application(),
      params: { process_id: 'any' },
    }),
    'ACCESS_DENIED: Access denied!': async (world) => ({
      as: (await world.application()).as(world.bob),
      params: { process_id: 'any' },
    }),
  },
  params: {
    async process_id(world) {
      const { application, ids } = await withQueue(world);
      const { process_id, events } = await reserve(application);
      const message_id = events.map((one) => one.MESSAGE_ID);
      await application.ok('event.offline.error', { process_id: 'another', message_id });
      expect(await queued(application, { filter: { ERROR: 1 } })).toEqual([]);
      await application.ok('event.offline.error', { process_id, message_id });
      expect(await queued(application, { filter: { ERROR: 1 } })).toEqual(ids);
    },
    async message_id(world) {
      const { application, ids } = await withQueue(world);
      const { process_id, events } = await reserve(application);
      await application.ok('event.offline.error', { process_id, message_id: [] });
      expect(await queued(application, { filter: { ERROR: 1 } })).toEqual([]);
      await application.ok('event.offline.error', { process_id, message_id: [events[1]?.MESSAGE_ID] });
      expect(await queued(application, { filter: { ERROR: 1 } })).toEqual([ids[1]]);
    },
    async auth_connector(world) {
      const { application, ids } = await withQueue(world, { auth_connector: 'BxTest' });
      const { process_id, events } = await reserve(application, { auth_connector: 'BxTest' });
      const message_id = events.map((one) => one.MESSAGE_ID);
      const failed = () => queued(application, { auth_connector: 'BxTest', filter: { ERROR: 1 } });
      await application.ok('event.offline.error', { process_id, message_id, auth_connector: 'another' });
      expect(await failed()).toEqual([]);
      await application.ok('event.offline.error', { process_id, message_id, auth_connector: 'BxTest' });
      expect(await failed()).toEqual(ids);
    },
  },
});
