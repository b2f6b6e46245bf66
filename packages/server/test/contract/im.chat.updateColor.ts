import { expect } from 'vitest';
import { chatSeenBy, privateChatWith } from '../scenes/chats.ts';
import { expectRefusal, NOBODY } from '../scenes/refusals.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'im.chat.updateColor';

const colorOf = async ({ alice }: World, chatId: number): Promise<string> => (await chatSeenBy(alice, chatId)).color;

export default contract({
  method: METHOD,
  example: async (world) => ({ params: { CHAT_ID: world.groupChatId, COLOR: 'SAND' } }),
  errors: {
    "CHAT_ID_EMPTY: Chat ID can't be empty": () => ({ params: { CHAT_ID: 'chat1' } }),
    "DIALOG_ID_EMPTY: Dialog ID can't be empty": (world) => ({ params: { DIALOG_ID: world.bob.id } }),
    'ACCESS_ERROR: Action unavailable': async (world) => ({
      params: { CHAT_ID: await privateChatWith(world, await world.bot()), COLOR: 'SILVER' },
    }),
    'WRONG_COLOR: This color currently unavailable': (world) => ({
      params: { CHAT_ID: world.groupChatId, COLOR: 'SILVER' },
    }),
    "WRONG_REQUEST: This color currently set or chat doesn't exist": () => ({
      params: { CHAT_ID: NOBODY, COLOR: 'SAND' },
    }),
  },
  params: {
    async CHAT_ID(world) {
      const other = await world.alice.ok('im.chat.add', { COLOR: 'RED' });
      const before = await colorOf(world, world.groupChatId);
      await world.alice.ok(METHOD, { CHAT_ID: other, DIALOG_ID: `chat${world.groupChatId}`, COLOR: 'LIGHT_BLUE' });
      expect([await colorOf(world, other), await colorOf(world, world.groupChatId)]).toEqual(['#4ba5c3', before]);
      await expectRefusal(world.carol, METHOD, { CHAT_ID: other, COLOR: 'RED' }, 'ACCESS_ERROR');
    },
    async DIALOG_ID(world) {
      await world.alice.ok(METHOD, { DIALOG_ID: `chat${world.groupChatId}`, COLOR: 'PINK' });
      expect(await colorOf(world, world.groupChatId)).toBe('#f76187');
    },
    async COLOR({ alice, bob, groupChatId: CHAT_ID }) {
      expect(await bob.ok(METHOD, { CHAT_ID, COLOR: 'lime' })).toBe(true);
      await expectRefusal(alice, METHOD, { CHAT_ID, COLOR: 'LIME' }, 'WRONG_REQUEST');
      // A chat that was given no colour has one that follows from its number.
      const chat = await alice.ok('im.chat.add', {});
      const { name } = await chatSeenBy(alice, chat);
      const COLOR = name.replace(/ chat .*/, '').replace(' ', '_');
      await expectRefusal(alice, METHOD, { CHAT_ID: chat, COLOR }, 'WRONG_REQUEST');
    },
  },
});
