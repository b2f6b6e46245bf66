import { expect } from 'vitest';
import { boundWith, HANDLER, placed, webhookWithPlaces } from '../scenes/placements.ts';
import type { TestApplication } from '../test-application.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

const OTHER = 'https://myapp.com/other/';
const OPTIONS = { errorHandlerUrl: OTHER };

/** Four placements: two of the menu, and two that work unseen, one of them for Bob alone. */
async function bound(world: World): Promise<TestApplication> {
  const application = await placed(world);
  await boundWith(application, 'LEFT_MENU');
  await boundWith(application, 'LEFT_MENU', { HANDLER: OTHER });
  await boundWith(application, 'PAGE_BACKGROUND_WORKER', { OPTIONS });
  await boundWith(application, 'PAGE_BACKGROUND_WORKER', { OPTIONS, USER_ID: world.bob.id });
  return application;
}

/** What is answered to each of these, one after the other, and how many placements are left. */
async function unbind(world: World, ...each: readonly Record<string, unknown>[]): Promise<number[]> {
  const application = await bound(world);
  const counts: number[] = [];
  for (const params of each) counts.push((await application.ok('placement.unbind', params)).count);
  return [...counts, (await application.ok('placement.get')).length];
}

export default contract({
  method: 'placement.unbind',
  example: async (world) => ({ as: await bound(world), params: { PLACEMENT: 'LEFT_MENU', HANDLER } }),
  errors: {
    'WRONG_AUTH_TYPE: Current authorization type is denied for this method Application context required': async (
      world,
    ) => ({
      as: await webhookWithPlaces(world),
      params: { PLACEMENT: 'LEFT_MENU' },
    }),
    'ACCESS_DENIED: Access denied!': async (world) => ({
      as: (await placed(world)).as(world.bob),
      params: { PLACEMENT: 'LEFT_MENU' },
    }),
    "ERROR_ARGUMENT: Argument 'PLACEMENT' is null or empty": async (world) => ({
      as: await placed(world),
      params: { PLACEMENT: '' },
    }),
    "ERROR_ARGUMENT: The value of an argument 'PLACEMENT' must be of type string": async (world) => ({
      as: await placed(world),
      params: { PLACEMENT: ['LEFT_MENU'] },
    }),
  },
  params: {
    async PLACEMENT(world) {
      expect(await unbind(world, { PLACEMENT: 'left_menu' }, { PLACEMENT: 'LEFT_MENU' }, { PLACEMENT: 'X' })).toEqual([
        4, 0, 0, 2,
      ]);
    },
    async HANDLER(world) {
      const PLACEMENT = 'LEFT_MENU';
      expect(await unbind(world, { PLACEMENT, HANDLER: OTHER }, { PLACEMENT, HANDLER: '' })).toEqual([2, 2, 2]);
    },
    async USER_ID(world) {
      const PLACEMENT = 'PAGE_BACKGROUND_WORKER';
      const of = (USER_ID: unknown) => ({ PLACEMENT, USER_ID });
      expect(await unbind(world, of(0), of(world.bob.id), of(null))).toEqual([2, 2, 0, 2]);
      expect(await unbind(world, of(null))).toEqual([4, 2]);
    },
  },
});
