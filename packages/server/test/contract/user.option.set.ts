import { expect } from 'vitest';
import { changeUser } from '../scenes/people.ts';
import { contract } from './contract.ts';

const options = { data: 'value', data2: 'value2' };

export default contract({
  method: 'user.option.set',
  async example(world) {
    return { params: { options }, as: (await world.application()).as(world.bob) };
  },
  errors: {
    async 'ArgumentNullException: options is empty'(world) {
      return { params: { options: {} }, as: (await world.application()).as(world.bob) };
    },
    'ACCESS_DENIED: Access denied! Application context required': () => ({ params: { options } }),
    async 'ACCESS_DENIED: Access denied! User authorization required'(world) {
      const application = await world.application();
      await changeUser(world, world.bob.id, { isActive: false });
      return { params: { options }, as: application.as(world.bob) };
    },
  },
  params: {
    async options(world) {
      const application = await world.application();
      const [bob, carol] = [application.as(world.bob), application.as(world.carol)];
      await bob.ok('user.option.set', { options });
      await carol.ok('user.option.set', { options: { data: 'hers' } });
      await bob.ok('user.option.set', { options: { data: 'newer' } });
      expect(await bob.ok('user.option.get')).toEqual({ data: 'newer', data2: 'value2' });
      expect(await carol.ok('user.option.get')).toEqual({ data: 'hers' });
    },
  },
});
