import { expect } from 'vitest';
import { changeUser } from '../scenes/people.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

/** An application that has kept two things for Bob. */
async function keeper(world: World) {
  const application = await world.application();
  await application.as(world.bob).ok('user.option.set', { options: { data: 'value', data2: 'value2' } });
  return application;
}

export default contract({
  method: 'user.option.get',
  async example(world) {
    return { params: {}, as: (await keeper(world)).as(world.bob) };
  },
  errors: {
    'ACCESS_DENIED: Access denied! Application context required': () => ({ params: {} }),
    async 'ACCESS_DENIED: Access denied! User authorization required'(world) {
      const application = await keeper(world);
      await changeUser(world, world.bob.id, { isActive: false });
      return { params: {}, as: application.as(world.bob) };
    },
  },
  params: {
    async option(world) {
      const application = await keeper(world);
      const bob = application.as(world.bob);
      expect(await bob.ok('user.option.get', { option: 'data' })).toBe('value');
      expect(await bob.ok('user.option.get', { option: 'data3' })).toBeNull();
      // Nobody else's, not even an administrator's.
      expect(await application.ok('user.option.get')).toEqual({});
      expect(await bob.ok('app.option.get')).toEqual({});
    },
  },
});
