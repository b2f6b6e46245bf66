import { expect } from 'vitest';
import { chatSeenBy, joinGroup, membersSeenBy, privateChatWith, WORKGROUP } from '../scenes/chats.ts';
import { contract } from './contract.ts';

export default contract({
  method: 'im.chat.leave',
  example: async (world) => ({ params: { CHAT_ID: world.groupChatId }, as: 'bob' }),
  errors: {
    "CHAT_ID_EMPTY: Chat ID can't be empty": () => ({ params: { CHAT_ID: 'chat1' } }),
    'ACCESS_ERROR: Action unavailable': async (world) => ({
      params: { CHAT_ID: await privateChatWith(world, await world.bot()) },
    }),
    'ACCESS_ERROR: It is forbidden to delete users of this chat': async (world) => ({
      params: { CHAT_ID: await world.alice.ok('im.chat.add', WORKGROUP) },
    }),
    'ACCESS_DENIED_KICK: Access denied to kick user from chat': (world) => ({
      params: { CHAT_ID: world.groupChatId },
      as: 'carol',
    }),
  },
  params: {
    async CHAT_ID(world) {
      const { alice, bob, carol } = world;
      const other = await alice.ok('im.chat.add', { USERS: [bob.id] });
      await joinGroup(world, carol.id, 'manager');
      // The owner may go, too: then the chat is the manager's, after them of who has been there longest (G39).
      for (const person of [alice, carol]) {
        expect(await person.ok('im.chat.leave', { CHAT_ID: world.groupChatId })).toBe(true);
        expect((await chatSeenBy(bob, world.groupChatId)).owner).toBe(person === alice ? carol.id : bob.id);
      }
      expect(await membersSeenBy(bob, world.groupChatId)).toEqual([bob.id]);
      expect(await membersSeenBy(bob, other)).toEqual([alice.id, bob.id]);
    },
  },
});
