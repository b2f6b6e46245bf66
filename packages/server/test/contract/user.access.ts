import { expect } from 'vitest';
import { contract } from './contract.ts';

export default contract({
  method: 'user.access',
  example: async () => ({ params: { ACCESS: ['G2', 'AU'] }, as: 'bob' }),
  errors: {},
  params: {
    async ACCESS({ alice, bob }) {
      const isAmong = (ACCESS: unknown) => bob.ok('user.access', { ACCESS });
      expect(await isAmong(['U1', `U${bob.id}`])).toBe(true);
      expect(await isAmong('AU')).toBe(true);
      expect(await isAmong(['U1', 'G1', 'X9'])).toBe(false);
      expect(await isAmong([])).toBe(false);
      expect(await alice.ok('user.access', { ACCESS: ['U2'] })).toBe(true);
    },
  },
});
