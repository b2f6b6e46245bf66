import { expect } from 'vitest';
import { bind, keep } from '../scenes/events.ts';
import type { TestApplication } from '../test-application.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

const URL = 'https://www.my-domain.com/handler/';
const OTHER = 'https://www.my-domain.com/other/';

async function bound(world: World): Promise<TestApplication> {
  const application = await world.application();
  await bind(application, 'ONUSERADD', URL);
  await bind(application, 'ONUSERADD', URL, { auth_type: world.bob.id });
  await bind(application, 'ONUSERADD', OTHER);
  await bind(application, 'ONAPPTEST', URL);
  await keep(application, 'ONUSERADD');
  await keep(application, 'ONUSERADD', { auth_connector: 'BxTest' });
  return application;
}

/** How many of these are ended by that, and how many are left of the six. */
async function ends(world: World, params: Record<string, unknown>, count: number): Promise<void> {
  const application = await bound(world);
  expect(await application.ok('event.unbind', params)).toEqual({ count });
  expect(await application.ok('event.get')).toHaveLength(6 - count);
}

export default contract({
  method: 'event.unbind',
  async example(world) {
    const application = await world.application();
    await bind(application, 'ONUSERADD', URL);
    return { as: application, params: { event: 'ONUSERADD', handler: URL } };
  },
  errors: {
    "ERROR_ARGUMENT: Argument 'EVENT' is null or empty": async (world) => ({ as: await bound(world), params: {} }),
    'ERROR_ARGUMENT: Value must be one of {online|offline}': async (world) => ({
      as: await bound(world),
      params: { event: 'ONUSERADD', handler: URL, event_type: 'later' },
    }),
    "ERROR_ARGUMENT: Argument 'HANDLER' is null or empty": async (world) => ({
      as: await bound(world),
      params: { event: 'ONUSERADD' },
    }),
    'ACCESS_DENIED: Access denied! Offline events unbinding requires administrator access rights': async (world) => ({
      as: (await world.application()).as(world.bob),
      params: { event: 'ONUSERADD', event_type: 'offline' },
    }),
    'ACCESS_DENIED: Access denied! Event unbinding with AUTH_TYPE requires administrator access rights': async (
      world,
    ) => ({
      as: (await world.application()).as(world.bob),
      params: { event: 'ONUSERADD', handler: URL, auth_type: world.alice.id },
    }),
  },
  params: {
    async event(world) {
      await ends(world, { event: 'onUserAdd', handler: URL }, 2);
      await ends(world, { event: 'ONCRMLEADADD', handler: URL }, 0);
    },
    handler: (world) => ends(world, { event: 'ONUSERADD', handler: OTHER }, 1),
    async auth_type(world) {
      for (const auth_type of [world.bob.id, 0, ''])
        await ends(world, { event: 'ONUSERADD', handler: URL, auth_type }, 1);
      const bob = (await bound(world)).as(world.bob);
      for (const auth_type of [world.alice.id, 0]) {
        const { body } = await bob.call('event.unbind', { event: 'ONUSERADD', handler: URL, auth_type });
        expect(body.error).toBe('ACCESS_DENIED');
      }
      expect(await bob.ok('event.unbind', { event: 'ONUSERADD', handler: URL })).toEqual({ count: 1 });
    },
    event_type: (world) => ends(world, { event: 'ONUSERADD', event_type: 'OFFLINE' }, 1),
    auth_connector: (world) => ends(world, { event: 'ONUSERADD', event_type: 'offline', auth_connector: 'BxTest' }, 1),
  },
});
