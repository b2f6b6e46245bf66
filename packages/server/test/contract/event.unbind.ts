import { expect } from 'vitest';
import { bind, keep } from '../scene-events.ts';
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
  return application;
}

/** How many of these are ended by that, and how many are left of the five. */
async function ends(world: World, params: Record<string, unknown>, count: number): Promise<void> {
  const application = await bound(world);
  expect(await application.ok('event.unbind', params)).toEqual({ count });
  expect(await application.ok('event.get')).toHaveLength(5 - count);
}

export default contract({
  method: 'event.unbind',
  async example(world) {
    const application = await world.application();
    await bind(application, 'ONUSERADD', URL);
    return { as: application, params: { event: 'ONUSERADD', handler: URL } };
  },
  errors: {
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
    event: (world) => ends(world, { event: 'onUserAdd' }, 3),
    handler: (world) => ends(world, { handler: URL }, 3),
    async auth_type(world) {
      await ends(world, { event: 'ONUSERADD', handler: URL, auth_type: world.bob.id }, 1);
      const empty = await bound(world);
      expect(await empty.ok('event.unbind', { event: 'ONUSERADD', auth_type: '' })).toEqual({ count: 2 });
    },
    event_type: (world) => ends(world, { event: 'ONUSERADD', event_type: 'offline' }, 1),
  },
});
