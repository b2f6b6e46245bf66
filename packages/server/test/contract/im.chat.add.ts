import { expect } from 'vitest';
import { chatSeenBy, membersSeenBy, PICTURE } from '../scenes/chats.ts';
import { expectRefusal } from '../scenes/refusals.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

async function seen({ alice }: World, params: Record<string, unknown>) {
  return chatSeenBy(alice, await alice.ok('im.chat.add', params));
}

export default contract({
  method: 'im.chat.add',
  example: (world) =>
    Promise.resolve({
      params: {
        USERS: [world.bob.id, world.carol.id],
        TYPE: 'CHAT',
        TITLE: 'Deal Chat',
        DESCRIPTION: 'Discussing the deal here',
        COLOR: 'PINK',
        MESSAGE: 'Welcome to the deal chat',
        ENTITY_TYPE: 'CRM',
        ENTITY_ID: 'DEAL|1663',
      },
    }),
  errors: {},
  params: {
    async USERS(world) {
      const { alice, bob, carol, dana } = world;
      const chat = await alice.ok('im.chat.add', { USERS: [bob.id, carol.id] });
      expect(await membersSeenBy(alice, chat)).toEqual([alice.id, bob.id, carol.id]);
      // An outside guest cannot bring in people that they share no chat with.
      const guests = await dana.ok('im.chat.add', { USERS: [bob.id] });
      expect(await membersSeenBy(dana, guests)).toEqual([dana.id]);
      await expectRefusal(alice, 'im.chat.add', { USERS: 'everybody' }, 'INVALID_ARG_VALUE');
    },
    async TYPE(world) {
      const chat = await world.alice.ok('im.chat.add', { TYPE: 'OPEN' });
      expect(await chatSeenBy(world.carol, chat)).toMatchObject({ type: 'open', role: 'guest' });
      expect(await seen(world, {})).toMatchObject({ type: 'chat', role: 'owner', user_counter: 1, message_count: 0 });
    },
    async TITLE(world) {
      expect(await seen(world, { TITLE: 'Roadmap' })).toMatchObject({ name: 'Roadmap' });
      const { id, name } = await seen(world, { COLOR: 'MINT' });
      expect(name).toBe(`Mint chat №${id}`);
    },
    async DESCRIPTION(world) {
      expect(await seen(world, { DESCRIPTION: 'What comes next' })).toMatchObject({ description: 'What comes next' });
    },
    async COLOR(world) {
      expect(await seen(world, { COLOR: 'azure' })).toMatchObject({ color: '#29619b' });
    },
    async MESSAGE(world) {
      const handler = await world.handler();
      const bot = await world.bot({ type: 'S', handler });
      await world.alice.ok('im.chat.add', { USERS: [bot], MESSAGE: 'Welcome!' });
      await world.settled();
      expect(handler.events('ONIMBOTMESSAGEADD')[0].data.PARAMS).toMatchObject({
        MESSAGE: 'Welcome!',
        AUTHOR_ID: String(world.alice.id),
      });
    },
    async AVATAR(world) {
      const { avatar } = await seen(world, { AVATAR: PICTURE });
      expect(avatar).toMatch(/^http.+\.png$/);
    },
    async ENTITY_TYPE(world) {
      const { id } = await seen(world, { ENTITY_TYPE: 'SONET_GROUP', ENTITY_ID: '12' });
      expect(await world.alice.ok('im.dialog.get', { DIALOG_ID: 'sg12' })).toMatchObject({ id, type: 'sonetGroup' });
    },
    async ENTITY_ID(world) {
      expect(await seen(world, { ENTITY_TYPE: 'CRM', ENTITY_ID: 'LEAD|13' })).toMatchObject({
        entity_id: 'LEAD|13',
        entity_link: { type: 'LEAD', url: '/crm/lead/details/13/', id: 'LEAD|13' },
      });
    },
  },
});
