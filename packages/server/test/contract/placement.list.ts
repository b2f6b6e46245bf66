import { expect } from 'vitest';
import { placed, webhookWithPlaces } from '../scenes/placements.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

async function listed(world: World, params: Record<string, unknown>, ...tools: string[]): Promise<string[]> {
  // Anybody may ask who uses the application.
  return (await placed(world, ...tools)).as(world.bob).ok('placement.list', params);
}

export default contract({
  method: 'placement.list',
  example: async (world) => ({ as: await placed(world), params: { SCOPE: 'crm' } }),
  errors: {
    'WRONG_AUTH_TYPE: Current authorization type is denied for this method Application context required': async (
      world,
    ) => ({
      as: await webhookWithPlaces(world),
      params: {},
    }),
  },
  params: {
    async SCOPE(world) {
      expect(await listed(world, { SCOPE: 'user' })).toEqual(['USER_PROFILE_MENU', 'USER_PROFILE_TOOLBAR']);
      expect((await listed(world, { SCOPE: 'task', FULL: 'Y' })).every((code) => code.startsWith('TASK_'))).toBe(true);
      expect(await listed(world, { SCOPE: 'im' })).toContain('IM_TEXTAREA');
      expect(await listed(world, { SCOPE: 'placement' })).toEqual(await listed(world, {}));
      expect(await listed(world, { SCOPE: 'nothing' })).toEqual([]);
      // The five that libraries know (G55).
      expect((await listed(world, {})).filter((code) => code.startsWith('IM_')).sort()).toEqual([
        'IM_CONTEXT_MENU',
        'IM_NAVIGATION',
        'IM_SIDEBAR',
        'IM_SMILES_SELECTOR',
        'IM_TEXTAREA',
      ]);
      expect(await listed(world, { SCOPE: 'crm' })).toEqual(
        expect.arrayContaining(['CRM_ORDER_DETAIL_TAB', 'CRM_ACTIVITY_LIST_MENU', 'CRM_SMART_INVOICE_FUNNELS_TOOLBAR']),
      );
    },
    async FULL(world) {
      const [own, withTasks, full] = [
        await listed(world, {}),
        await listed(world, { FULL: false }, 'task'),
        await listed(world, { FULL: true }),
      ];
      expect(own).toContain('LEFT_MENU');
      expect(own).not.toContain('TASK_VIEW_TAB');
      expect(withTasks).toContain('TASK_VIEW_TAB');
      expect(full).toEqual(expect.arrayContaining([...withTasks, 'CRM_LEAD_DETAIL_TAB', 'CALL_CARD']));
    },
  },
});
