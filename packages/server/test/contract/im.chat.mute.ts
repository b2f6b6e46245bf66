import { expect } from 'vitest';
import { chatSeenBy, privateChatWith, WORKGROUP } from '../scenes/chats.ts';
import { expectRefusal } from '../scenes/refusals.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'im.chat.mute';

const mutedIn = async ({ alice }: World, chatId: number): Promise<number[]> =>
  (await chatSeenBy(alice, chatId)).mute_list;

export default contract({
  method: METHOD,
  example: async (world) => ({ params: { CHAT_ID: world.groupChatId, MUTE: 'Y' } }),
  errors: {
    "CHAT_ID_EMPTY: Chat ID can't be empty": () => ({ params: {} }),
    "DIALOG_ID_EMPTY: Dialog ID can't be empty": () => ({ params: { DIALOG_ID: 'none' } }),
    'ACCESS_ERROR: This chat cannot be muted': async (world) => ({
      params: { CHAT_ID: await privateChatWith(world, await world.bot()) },
    }),
  },
  params: {
    async CHAT_ID(world) {
      const other = await world.alice.ok('im.chat.add', {});
      await world.alice.ok(METHOD, { CHAT_ID: other, DIALOG_ID: `chat${world.groupChatId}` });
      expect([await mutedIn(world, other), await mutedIn(world, world.groupChatId)]).toEqual([[world.alice.id], []]);
    },
    async DIALOG_ID(world) {
      const { alice, bob, carol, groupChatId } = world;
      const workgroup = await alice.ok('im.chat.add', WORKGROUP);
      for (const DIALOG_ID of [`chat${groupChatId}`, `sg${WORKGROUP.ENTITY_ID}`]) await alice.ok(METHOD, { DIALOG_ID });
      expect([await mutedIn(world, groupChatId), await mutedIn(world, workgroup)]).toEqual([[alice.id], [alice.id]]);
      // A private one cannot be muted (G31), nor one of others.
      for (const DIALOG_ID of [bob.id, 'chat999999']) await expectRefusal(alice, METHOD, { DIALOG_ID }, 'ACCESS_ERROR');
      await expectRefusal(carol, METHOD, { DIALOG_ID: `chat${groupChatId}` }, 'ACCESS_ERROR');
    },
    async MUTE(world) {
      const CHAT_ID = world.groupChatId;
      const after = async (more: Record<string, unknown>) => {
        expect(await world.bob.ok(METHOD, { CHAT_ID, ...more })).toBe(true);
        return mutedIn(world, CHAT_ID);
      };
      expect(await after({ MUTE: 'N' })).toEqual([]);
      // What is no parameter of the page does nothing (G31).
      for (const more of [{ ACTION: 'N' }, { MUTE: 'Y' }, { MUTE: true }])
        expect(await after(more)).toEqual([world.bob.id]);
      for (const more of [{ MUTE: false }, { MUTE: 'n' }]) expect(await after(more)).toEqual([]);
    },
  },
});
