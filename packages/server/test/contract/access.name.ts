import { expect } from 'vitest';
import { joinGroup } from '../scenes/chats.ts';
import { NOBODY } from '../scenes/refusals.ts';
import { contract } from './contract.ts';

export default contract({
  method: 'access.name',
  example: async () => ({ params: { ACCESS: ['G2', 'AU'] } }),
  errors: {},
  params: {
    async ACCESS(world) {
      const { alice, bob, dana } = world;
      const carol = { provider: 'User', name: 'Carol Cedar', provider_id: 'user' };
      expect(await alice.ok('access.name', { ACCESS: ['U3', `U${NOBODY}`, 'G1', 'X9', 'constructor'] })).toEqual({
        U3: carol,
        G1: { provider: '', name: 'Administrators', provider_id: 'other' },
      });
      expect(await alice.ok('access.name', { ACCESS: 'U3' })).toEqual({ U3: carol });
      expect(await alice.ok('access.name', { ACCESS: [] })).toBe(false);
      // Guests are told of nobody whom they share no chat with.
      expect(await dana.ok('access.name', { ACCESS: [`U${bob.id}`] })).toEqual({});
      await joinGroup(world, dana.id);
      expect(await dana.ok('access.name', { ACCESS: [`U${bob.id}`] })).toHaveProperty(`U${bob.id}`);
    },
  },
});
