import { expect } from 'vitest';
import { joinGroup } from '../scenes/chats.ts';
import { callable, changeUser, seeActive } from '../scenes/people.ts';
import { NOBODY } from '../scenes/refusals.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

export default contract({
  method: 'im.user.get',
  async example(world) {
    await seeActive(world, world.bob.id);
    await callable(world, world.bob.id);
    return { params: { ID: world.bob.id, AVATAR_HR: 'Y' } };
  },
  errors: {
    "ID_EMPTY: User ID can't be empty": () => ({ params: { ID: 0 } }),
    'USER_NOT_EXISTS: User does not exist': () => ({ params: { ID: NOBODY } }),
    'ACCESS_DENIED: You can request only users who are part of your extranet group': (world: World) => ({
      as: 'dana',
      params: { ID: world.alice.id },
    }),
  },
  params: {
    async ID(world) {
      await changeUser(world, world.bob.id, { birthday: '1990-07-14', website: 'https://bob.example.com' });
      expect(await world.alice.ok('im.user.get', { ID: String(world.bob.id) })).toMatchObject({
        id: world.bob.id,
        name: 'Bob Birch',
        birthday: '14-07',
        website: 'https://bob.example.com',
        departments: [1],
        type: 'user',
        last_activity_date: false,
      });
      expect(await world.alice.ok('im.user.get')).toMatchObject({ id: world.alice.id });
      const botId = await world.bot();
      expect(await world.alice.ok('im.user.get', { ID: botId })).toMatchObject({
        bot: true,
        type: 'bot',
        departments: [],
        external_auth_id: 'bot',
        bot_data: { code: 'test-bot', type: 'bot', is_hidden: false, is_support_openline: false },
      });
      expect(await world.dana.ok('im.user.get')).toMatchObject({ extranet: true, type: 'extranet', departments: [] });
      await joinGroup(world, world.dana.id);
      expect(await world.dana.ok('im.user.get', { ID: world.alice.id })).toMatchObject({ id: world.alice.id });
      for (const ID of [-1, 'somebody'])
        expect((await world.alice.call('im.user.get', { ID })).body.error).toBe('ID_EMPTY');
    },
  },
});
