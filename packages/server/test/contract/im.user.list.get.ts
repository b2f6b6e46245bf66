import { expect } from 'vitest';
import { joinGroup } from '../scenes/chats.ts';
import { callable, seeActive } from '../scenes/people.ts';
import { NOBODY } from '../scenes/refusals.ts';
import { contract } from './contract.ts';

const ids = (users: unknown) => (users as { id: number }[]).map(({ id }) => id);

export default contract({
  method: 'im.user.list.get',
  async example(world) {
    for (const { id } of [world.alice, world.bob]) {
      await seeActive(world, id);
      await callable(world, id);
    }
    return { params: { ID: [world.alice.id, world.bob.id], AVATAR_HR: 'Y', RESULT_TYPE: 'array' } };
  },
  errors: {
    'INVALID_FORMAT: A wrong format for the ID field is passed': () => ({ params: { ID: 'everybody' } }),
  },
  params: {
    async ID(world) {
      const list = (ID: unknown) => world.alice.ok('im.user.list.get', { ID, RESULT_TYPE: 'array' });
      const botId = await world.bot();
      expect(ids(await list([world.carol.id, `${world.bob.id}`, NOBODY]))).toEqual([world.bob.id, world.carol.id]);
      expect(ids(await list(`[${botId}, ${world.bob.id}]`))).toEqual([world.bob.id, botId]);
      // A guest is told of those they share a chat with, and nothing of the others.
      const asked = { ID: [world.alice.id, world.carol.id, world.dana.id, botId], RESULT_TYPE: 'array' };
      expect(ids(await world.dana.ok('im.user.list.get', asked))).toEqual([world.dana.id, botId]);
      await joinGroup(world, world.dana.id);
      expect(ids(await world.dana.ok('im.user.list.get', asked))).toEqual([world.alice.id, world.dana.id, botId]);
    },
    async RESULT_TYPE(world) {
      const ID = [world.alice.id, world.bob.id];
      expect(Object.keys(await world.alice.ok('im.user.list.get', { ID }))).toEqual(ID.map(String));
      expect(ids(await world.alice.ok('im.user.list.get', { ID, RESULT_TYPE: 'array' }))).toEqual(ID);
    },
  },
});
