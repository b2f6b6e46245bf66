import { expect } from 'vitest';
import { WORKGROUP } from '../scenes/chats.ts';
import { recentIdsOf, recentOf, threeDialogs } from '../scenes/recent.ts';
import { expectRefusal } from '../scenes/refusals.ts';
import { contract } from './contract.ts';

const METHOD = 'im.recent.pin';

export default contract({
  method: METHOD,
  example: async ({ groupChatId }) => ({ params: { DIALOG_ID: `chat${groupChatId}`, PIN: 'Y' } }),
  errors: {
    "DIALOG_ID_EMPTY: Dialog ID can't be empty": () => ({ params: { DIALOG_ID: 'chat' } }),
    "ACCESS_ERROR: You don't have permission to pin this chat": ({ groupChatId }) => ({
      params: { DIALOG_ID: `chat${groupChatId}` },
      as: 'carol',
    }),
  },
  params: {
    async DIALOG_ID(world) {
      const { alice, bob, carol } = world;
      const [group, ofCarol, ofBob] = await threeDialogs(world);
      await alice.ok(METHOD, { DIALOG_ID: ofBob });
      await alice.ok(METHOD, { DIALOG_ID: ofCarol });
      // Among the pinned ones it is again the newest message that counts (G29).
      expect(await recentIdsOf(alice)).toEqual([ofCarol, ofBob, group]);
      expect(await recentOf(alice, bob.id)).toMatchObject({ pinned: true });
      expect(await recentOf(carol, alice.id)).toMatchObject({ pinned: false });
      const workgroup = await alice.ok('im.chat.add', { ...WORKGROUP, MESSAGE: 'Hello' });
      await alice.ok(METHOD, { DIALOG_ID: `sg${WORKGROUP.ENTITY_ID}` });
      expect((await recentIdsOf(alice))[0]).toBe(`chat${workgroup}`);
      for (const DIALOG_ID of ['chat999999', '3']) await expectRefusal(bob, METHOD, { DIALOG_ID }, 'ACCESS_ERROR');
    },
    async PIN(world) {
      const [group, ofCarol, ofBob] = await threeDialogs(world);
      const after = async (PIN?: unknown) => {
        expect(await world.alice.ok(METHOD, { DIALOG_ID: ofBob, ...(PIN !== undefined && { PIN }) })).toBe(true);
        return recentIdsOf(world.alice);
      };
      const [first, last] = [
        [ofBob, group, ofCarol],
        [group, ofCarol, ofBob],
      ];
      // What is not N is Y (G4).
      for (const [PIN, order] of [
        [undefined, first],
        ['N', last],
        ['pin', first],
        [false, last],
        [true, first],
      ] as const)
        expect(await after(PIN)).toEqual(order);
      // Whoever pins what they have hidden wants to see it.
      await world.alice.ok('im.recent.hide', { DIALOG_ID: ofBob });
      expect(await after('N')).toEqual([group, ofCarol]);
      expect(await after('Y')).toEqual(first);
    },
  },
});
