import { expect } from 'vitest';
import { comesAgain, queued, reserve } from '../scenes/events.ts';
import { contract } from './contract.ts';
import { asking, withQueue } from './event.offline.get.ts';

export default contract({
  method: 'event.offline.error',
  async example(world) {
    const { application } = await withQueue(world);
    const { process_id, events } = await reserve(application);
    return { as: application, params: { process_id, message_id: [events[1]?.MESSAGE_ID] } };
  },
  errors: {
    "ERROR_ARGUMENT: Argument 'PROCESS_ID' is null or empty": asking({}),
    'ERROR_ARGUMENT: Value must be array of MESSAGE_ID values': asking({ process_id: 'any' }),
    'ACCESS_DENIED: Access denied!': async (world) => ({
      as: (await world.application()).as(world.bob),
      params: { process_id: 'any', message_id: ['of no length that is looked at'] },
    }),
  },
  params: {
    async process_id(world) {
      const { application, ids } = await withQueue(world);
      const { process_id, events } = await reserve(application);
      const message_id = events.map((one) => one.MESSAGE_ID);
      await application.ok('event.offline.error', { process_id, message_id: message_id.slice(0, 1) });
      expect(await queued(application, { filter: { ERROR: 1, PROCESS_ID: '' } })).toEqual([ids[0]]);
      // What failed already stays as it is; another batch loses what this one marks (N11).
      await application.ok('event.offline.error', { process_id: 'another', message_id });
      expect(await queued(application)).toEqual([ids[0]]);
    },
    async message_id(world) {
      const { application, ids } = await withQueue(world);
      const { process_id, events } = await reserve(application);
      await application.ok('event.offline.error', { process_id, message_id: [] });
      expect(await queued(application, { filter: { ERROR: 1 } })).toEqual([]);
      await comesAgain(world, Number(ids[1]));
      await application.ok('event.offline.error', { process_id, message_id: [events[1]?.MESSAGE_ID] });
      expect(await queued(application, { filter: { ERROR: 1 } })).toEqual([ids[1]]);
      expect(await queued(application, { filter: { ERROR: 0 } })).toEqual([ids[0]]);
    },
    async auth_connector(world) {
      const { application, ids } = await withQueue(world, { auth_connector: 'BxTest' });
      const { process_id, events } = await reserve(application, { auth_connector: 'BxTest' });
      const message_id = events.map((one) => one.MESSAGE_ID);
      const failed = () => queued(application, { auth_connector: 'BxTest', filter: { ERROR: 1 } });
      for (const another of [{}, { auth_connector: 'another' }])
        await application.ok('event.offline.error', { process_id, message_id, ...another });
      expect(await failed()).toEqual([]);
      await application.ok('event.offline.error', { process_id, message_id, auth_connector: 'BxTest' });
      expect(await failed()).toEqual(ids);
    },
  },
});
