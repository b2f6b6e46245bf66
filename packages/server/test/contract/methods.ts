import { expect } from 'vitest';
import { withScope } from '../scenes/people.ts';
import { contract } from './contract.ts';

export default contract({
  method: 'methods',
  example: async () => ({ params: { scope: 'user' } }),
  errors: {},
  params: {
    async full(world) {
      const guest = await withScope(world, world.alice, ['user_brief']);
      expect(await guest.ok('methods')).toEqual(expect.arrayContaining(['user.get', 'batch', 'methods']));
      expect(await guest.ok('methods')).not.toContain('im.message.add');
      expect(await guest.ok('methods', { full: true })).toContain('im.message.add');
    },
    async scope(world) {
      const ofUser = await world.alice.ok('methods', { scope: 'user' });
      expect(ofUser).toEqual(expect.arrayContaining(['user.current', 'user.get']));
      expect(ofUser).not.toContain('im.message.add');
      const common = await world.alice.ok('methods', { scope: '' });
      expect(common).toEqual(expect.arrayContaining(['batch', 'profile', 'scope', 'server.time']));
      expect(common).not.toContain('user.get');
      expect(await world.alice.ok('methods', { scope: null })).toContain('user.get');
    },
  },
});
