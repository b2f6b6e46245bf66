import { expect } from 'vitest';
import { withScope } from '../scenes/people.ts';
import { contract } from './contract.ts';

export default contract({
  method: 'method.get',
  example: async () => ({ params: { name: 'user.get' } }),
  errors: {},
  params: {
    async name(world) {
      const brief = await withScope(world, world.alice, ['user_brief']);
      expect(await brief.ok('method.get', { name: 'user.get' })).toEqual({ isExisting: true, isAvailable: true });
      expect(await brief.ok('method.get', { name: 'im.message.add' })).toEqual({
        isExisting: true,
        isAvailable: false,
      });
      expect(await brief.ok('method.get', { name: 'no.such.method' })).toEqual({
        isExisting: false,
        isAvailable: false,
      });
      expect(await brief.ok('method.get', { name: '' })).toEqual({ isExisting: false, isAvailable: false });
      expect(await brief.ok('method.get')).toEqual({ isExisting: false, isAvailable: false });
    },
  },
});
