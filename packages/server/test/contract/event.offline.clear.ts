import { expect } from 'vitest';
import { comes, queued, reserve } from '../scenes/events.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';
import { asking, withQueue } from './event.offline.get.ts';

export default contract({
  method: 'event.offline.clear',
  async example(world) {
    const { application } = await withQueue(world);
    const { process_id, events } = await reserve(application);
    return { as: application, params: { process_id, id: [events[1]?.ID] } };
  },
  errors: {
    "ERROR_ARGUMENT: Argument 'PROCESS_ID' is null or empty": asking({ id: [0] }),
    'ERROR_ARGUMENT: Value must be array of integers': asking({ process_id: 'any', id: [1, 0], message_id: 5 }),
    'ERROR_ARGUMENT: Value must be array of MESSAGE_ID values': asking({ process_id: 'any', message_id: ['short'] }),
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
      await emptyMeansWhatIsInNoBatch(world);
    },
    async id(world) {
      const { application, ids } = await withQueue(world);
      const { process_id, events } = await reserve(application);
      await application.ok('event.offline.clear', { process_id, id: [events[0]?.ID] });
      expect(await queued(application)).toEqual([ids[1]]);
      await application.ok('event.offline.clear', { process_id, id: [] });
      expect(await queued(application)).toEqual([]);
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
      for (const another of [{}, { auth_connector: 'another' }])
        await application.ok('event.offline.clear', { process_id, ...another });
      expect(await queued(application, { auth_connector: 'BxTest' })).toEqual(ids);
      await application.ok('event.offline.clear', { process_id, auth_connector: 'BxTest' });
      expect(await queued(application, { auth_connector: 'BxTest' })).toEqual([]);
    },
  },
});

/** Those that failed, too. */
async function emptyMeansWhatIsInNoBatch(world: World): Promise<void> {
  const { application } = await withQueue(world);
  const { process_id, events } = await reserve(application);
  await application.ok('event.offline.error', { process_id, message_id: [events[0]?.MESSAGE_ID] });
  await comes(world, 'Grace');
  expect(await queued(application)).toHaveLength(3);
  await application.ok('event.offline.clear', { process_id: '' });
  expect(await queued(application)).toEqual([events[1]?.EVENT_DATA.ID]);
}
