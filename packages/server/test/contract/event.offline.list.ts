import { expect } from 'vitest';
import { queued, reserve } from '../scenes/events.ts';
import { contract } from './contract.ts';
import { queryErrors, withQueue } from './event.offline.get.ts';

export default contract({
  method: 'event.offline.list',
  async example(world) {
    const { application } = await withQueue(world);
    return { as: application, params: { filter: { ERROR: 0 }, order: { ID: 'DESC' } } };
  },
  errors: queryErrors,
  params: {
    async filter(world) {
      const { application, ids } = await withQueue(world);
      const { process_id, events } = await reserve(application, { limit: 1 });
      const [{ ID = '', MESSAGE_ID = '' } = {}] = events;
      for (const [filter, found] of [
        [{ PROCESS_ID: process_id }, [ids[0]]],
        [{ PROCESS_ID: '' }, [ids[1]]],
        [{ '%PROCESS_ID': process_id.slice(3, 20) }, [ids[0]]],
        [{ '%MESSAGE_ID': MESSAGE_ID.slice(3, 20) }, [ids[0]]],
        [{ '%EVENT_NAME': 'Useradd' }, ids],
        [{ '%EVENT_NAME': 'userfield' }, []],
        [{ '@ID': [ID, '999999'] }, [ids[0]]],
        [{ '@EVENT_NAME': ['ONAPPTEST'] }, []],
        [{ ERROR: 1 }, []],
      ] as const)
        expect({ filter, found: await queued(application, { filter }) }).toEqual({ filter, found });
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
