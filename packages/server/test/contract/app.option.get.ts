import { expect } from 'vitest';
import { changeUser } from '../scenes/people.ts';
import { CLIENT_ID, type World } from '../world.ts';
import { contract } from './contract.ts';

/** An application that has kept two things. */
async function keeper(world: World) {
  const application = await world.application();
  await application.ok('app.option.set', { options: { data: 'value', data2: 'value2' } });
  return application;
}

export default contract({
  method: 'app.option.get',
  async example(world) {
    return { params: {}, as: await keeper(world) };
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
      expect(await application.ok('app.option.get', { option: 'data2' })).toBe('value2');
      expect(await application.ok('app.option.get', { option: 'data3' })).toBeNull();
      expect(await application.as(world.bob).ok('app.option.get')).toEqual({ data: 'value', data2: 'value2' });
      // Each application has its own, and one behind a webhook says which it is.
      expect(await (await world.application()).ok('app.option.get')).toEqual({});
      expect(await world.alice.ok('app.option.get', { CLIENT_ID })).toEqual({});
      const { body } = await world.alice.call('app.option.get', { CLIENT_ID: application.clientId });
      expect(body.error).toBe('ACCESS_DENIED');
    },
  },
});
