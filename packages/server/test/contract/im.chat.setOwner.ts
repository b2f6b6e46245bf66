import { expect } from 'vitest';
import { chatSeenBy } from '../scenes/chats.ts';
import { expectRefusal, NOBODY } from '../scenes/refusals.ts';
import { contract } from './contract.ts';

const METHOD = 'im.chat.setOwner';

export default contract({
  method: METHOD,
  example: async (world) => ({ params: { CHAT_ID: world.groupChatId, USER_ID: world.bob.id } }),
  errors: {
    "CHAT_ID_EMPTY: Chat ID can't be empty": () => ({ params: { CHAT_ID: 'chat1' } }),
    "DIALOG_ID_EMPTY: Dialog ID can't be empty": (world) => ({ params: { DIALOG_ID: world.bob.id } }),
    "USER_ID_EMPTY: User ID can't be empty": () => ({ params: { CHAT_ID: NOBODY } }),
    'ACCESS_ERROR: Action unavailable': (world) => ({ params: { CHAT_ID: NOBODY, USER_ID: world.bob.id } }),
    'WRONG_REQUEST: Change owner can only owner and user must be member in chat': (world) => ({
      params: { CHAT_ID: world.groupChatId, USER_ID: world.carol.id },
    }),
  },
  params: {
    async CHAT_ID({ alice, bob, groupChatId }) {
      const other = await alice.ok('im.chat.add', { USERS: [bob.id] });
      await alice.ok(METHOD, { CHAT_ID: other, DIALOG_ID: `chat${groupChatId}`, USER_ID: bob.id });
      const owners = [(await chatSeenBy(alice, other)).owner, (await chatSeenBy(alice, groupChatId)).owner];
      expect(owners).toEqual([bob.id, alice.id]);
    },
    async DIALOG_ID({ alice, bob, groupChatId }) {
      await alice.ok(METHOD, { DIALOG_ID: `chat${groupChatId}`, USER_ID: bob.id });
      expect((await chatSeenBy(alice, groupChatId)).owner).toBe(bob.id);
    },
    async USER_ID({ alice, bob, carol, groupChatId: CHAT_ID }) {
      // Who is the owner already is no change (G41); who was it can do so no more.
      for (const USER_ID of [alice.id, bob.id]) expect(await alice.ok(METHOD, { CHAT_ID, USER_ID })).toBe(true);
      await expectRefusal(alice, METHOD, { CHAT_ID, USER_ID: alice.id }, 'WRONG_REQUEST');
      await expectRefusal(carol, METHOD, { CHAT_ID, USER_ID: carol.id }, 'ACCESS_ERROR');
      await bob.ok(METHOD, { CHAT_ID, USER_ID: alice.id });
    },
  },
});
