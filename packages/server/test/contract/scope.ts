import { expect } from 'vitest';
import { contract } from './contract.ts';

export default contract({
  method: 'scope',
  example: async () => ({ params: { full: true } }),
  errors: {},
  params: {
    async full(world) {
      const own = await world.alice.ok('scope');
      const all = await world.alice.ok('scope', { full: true });
      expect(own).toEqual(['im', 'imbot', 'user', 'disk']);
      expect(all).toEqual(expect.arrayContaining([...own, 'user_basic', 'user_brief']));
      expect(await world.alice.ok('scope', { full: 'N' })).toEqual(own);
    },
  },
});
