import { expect } from 'vitest';
import { comes, comesAgain, keep, queued, reserve } from '../scenes/events.ts';
import type { TestApplication } from '../test-application.ts';
import type { World } from '../world.ts';
import { type Cause, contract } from './contract.ts';

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
  return events.map(({ EVENT_DATA }: { EVENT_DATA: { ID: string } }) => EVENT_DATA.ID);
}

/** What an application asks with that has an empty queue. */
export const asking = (params: Cause['params']) => async (world: World) => ({ as: await world.application(), params });

/** Of `event.offline.list`, too. */
export const queryErrors = {
  'ERROR_ARGUMENT: Filter field not allowed: COLOR': asking({ filter: { '!ID': 1, '=COLOR': 'red' } }),
  'ERROR_ARGUMENT: Filter operation not allowed: !': asking({ filter: { '!ID': [1] } }),
  'ERROR_ARGUMENT: The filter is not an array.': asking({ filter: 'ID' }),
  'ERROR_ARGUMENT: The order is not an array.': asking({ order: 'ID' }),
  'ERROR_ARGUMENT: Order field not allowed: COLOR': asking({ order: { ID: 'UP', COLOR: 'ASC' } }),
  'ERROR_ARGUMENT: Order direction should be one of {ASC|DESC}': asking({ order: { ID: 'UP' } }),
  'ACCESS_DENIED: Access denied!': async (world: World) => ({
    as: (await world.application()).as(world.bob),
    params: {},
  }),
};

export default contract({
  method: 'event.offline.get',
  async example(world) {
    const { application } = await withQueue(world, { auth_connector: 'BxTest' });
    const [{ MESSAGE_ID }] = await application.ok('event.offline.list', { auth_connector: 'BxTest' });
    const filter = { '=MESSAGE_ID': MESSAGE_ID, '=EVENT_NAME': 'ONUSERADD', '>=ID': 1 };
    return { as: application, params: { filter, auth_connector: 'BxTest' } };
  },
  errors: {
    ...queryErrors,
    'ERROR_ARGUMENT: Value must be positive integer': asking({ limit: 0, filter: { COLOR: 'red' } }),
    "ERROR_ARGUMENT: The value of an argument 'ID' has an invalid type": asking({ filter: { ID: [1] } }),
  },
  params: {
    async filter(world) {
      const { application, ids } = await withQueue(world);
      const [first, second] = await application.ok('event.offline.list');
      const kept = (filter: object) => taken(application, { clear: 0, filter });
      expect(await kept({ '<TIMESTAMP_X': first.TIMESTAMP_X })).toEqual([]);
      expect(await kept({ EVENT_NAME: 'ONAPPTEST' })).toEqual([]);
      expect(await kept({ '>EVENT_NAME': 'onuseradd' })).toEqual([]);
      expect(await kept({ '>ID': first.ID, '<MESSAGE_ID': '0' })).toEqual([]);
      expect(await taken(application, { filter: { '>TIMESTAMP_X': first.TIMESTAMP_X } })).toEqual([ids[1]]);
      expect(await taken(application, { filter: { '=MESSAGE_ID': second.MESSAGE_ID } })).toEqual([]);
      const both = { message_id: first.MESSAGE_ID, '<=ID': first.ID, '>=EVENT_NAME': 'onuseradd' };
      expect(await taken(application, { filter: both })).toEqual([ids[0]]);
    },
    async order(world) {
      const { application, ids } = await withQueue(world);
      expect(await taken(application, { order: { EVENT_NAME: 'ASC', ID: 'DESC' }, limit: 1 })).toEqual([ids[1]]);
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
      // The batch goes with all that is in it.
      const cleared = await application.ok('event.offline.get', { process_id, limit: 1 });
      expect(cleared).toMatchObject({ process_id, events: [{ EVENT_DATA: { ID: ids[0] } }] });
      expect(await queued(application, { filter: { PROCESS_ID: process_id } })).toEqual([]);
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
      expect(await taken(application, { clear: 0, error: 0 })).toEqual([ids[1]]);
      expect(await taken(application, { clear: 0, error: 1 })).toEqual([ids[0]]);
      await comesAgain(world, Number(ids[0]));
      expect(await taken(application, { error: 1 })).toEqual([]);
      expect(await taken(application)).toEqual([ids[0]]);
    },
  },
});
