import { expect } from 'vitest';
import { joinGroup, membersSeenBy, privateChatWith, WORKGROUP } from '../scenes/chats.ts';
import { expectRefusal, NOBODY } from '../scenes/refusals.ts';
import { contract } from './contract.ts';

const METHOD = 'im.chat.user.delete';

export default contract({
  method: METHOD,
  example: async (world) => ({ params: { CHAT_ID: world.groupChatId, USER_ID: world.bob.id } }),
  errors: {
    "CHAT_ID_EMPTY: Chat ID can't be empty": () => ({ params: {} }),
    "USER_ID_EMPTY: User ID can't be empty": () => ({ params: { CHAT_ID: NOBODY } }),
    'ACCESS_ERROR: Action unavailable': async (world) => {
      const bot = await world.bot();
      return { params: { CHAT_ID: await privateChatWith(world, bot), USER_ID: bot } };
    },
    'ACCESS_ERROR: It is forbidden to delete users of this chat': async (world) => {
      const CHAT_ID = await world.alice.ok('im.chat.add', { ...WORKGROUP, USERS: [world.bob.id] });
      return { params: { CHAT_ID, USER_ID: world.bob.id } };
    },
    'ACCESS_DENIED_KICK: Insufficient rights to exclude participants from the chat': (world) => ({
      params: { CHAT_ID: world.groupChatId, USER_ID: world.alice.id },
      as: 'bob',
    }),
    'USER_NOT_FOUND: The specified user is not in the chat': (world) => ({
      params: { CHAT_ID: world.groupChatId, USER_ID: world.carol.id },
    }),
  },
  params: {
    async CHAT_ID({ alice, bob, groupChatId }) {
      const other = await alice.ok('im.chat.add', { USERS: [bob.id] });
      expect(await alice.ok(METHOD, { CHAT_ID: other, USER_ID: bob.id })).toBe(true);
      expect(await membersSeenBy(alice, other)).toEqual([alice.id]);
      expect(await membersSeenBy(alice, groupChatId)).toEqual([alice.id, bob.id]);
    },
    async USER_ID(world) {
      const { alice, bob, carol, groupChatId: CHAT_ID } = world;
      await joinGroup(world, carol.id, 'manager');
      // A manager takes out members, and not the owner; whoever names themselves leaves (G39).
      await expectRefusal(carol, METHOD, { CHAT_ID, USER_ID: alice.id }, 'ACCESS_DENIED_KICK');
      await carol.ok(METHOD, { CHAT_ID, USER_ID: bob.id });
      expect(await membersSeenBy(alice, CHAT_ID)).toEqual([alice.id, carol.id]);
      await carol.ok(METHOD, { CHAT_ID, USER_ID: carol.id });
      await alice.ok(METHOD, { CHAT_ID, USER_ID: alice.id });
      await expectRefusal(alice, METHOD, { CHAT_ID, USER_ID: alice.id }, 'USER_NOT_FOUND');
    },
  },
});
