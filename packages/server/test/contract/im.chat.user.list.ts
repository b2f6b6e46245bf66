import { expect } from 'vitest';
import { privateChatWith } from '../scenes/chats.ts';
import { expectRefusal, NOBODY } from '../scenes/refusals.ts';
import { contract } from './contract.ts';

export default contract({
  method: 'im.chat.user.list',
  example: (world) => Promise.resolve({ params: { CHAT_ID: world.groupChatId } }),
  errors: {
    "CHAT_ID_EMPTY: Chat ID can't be empty": () => ({ params: { CHAT_ID: '' } }),
    'ACCESS_ERROR: Action unavailable': async (world) => ({
      params: { CHAT_ID: await privateChatWith(world, await world.bot()) },
    }),
  },
  params: {
    async CHAT_ID({ alice, bob, carol, groupChatId }) {
      const chat = await alice.ok('im.chat.add', { TYPE: 'OPEN', USERS: [bob.id] });
      expect(await carol.ok('im.chat.user.list', { CHAT_ID: chat })).toEqual([alice.id, bob.id]);
      expect(await carol.ok('im.chat.user.list', { CHAT_ID: groupChatId })).toEqual([]);
      await expectRefusal(alice, 'im.chat.user.list', { CHAT_ID: NOBODY }, 'ACCESS_ERROR');
    },
  },
});
