import { expect } from 'vitest';
import { chatSeenBy } from '../scenes/chats.ts';
import { recentIdsOf, recentOf, threeDialogs } from '../scenes/recent.ts';
import { contract } from './contract.ts';

const METHOD = 'im.recent.unread';

export default contract({
  method: METHOD,
  example: async ({ groupChatId }) => ({ params: { DIALOG_ID: `chat${groupChatId}`, ACTION: 'Y' } }),
  errors: {
    "DIALOG_ID_EMPTY: Dialog ID can't be empty": () => ({ params: {} }),
  },
  params: {
    async DIALOG_ID(world) {
      const { alice, bob, carol, groupChatId } = world;
      const [group = '', ofCarol] = await threeDialogs(world);
      expect(await alice.ok(METHOD, { DIALOG_ID: group })).toBe(true);
      // No message is counted by it, but the chat as one that has to be looked at.
      expect(await recentOf(alice, group)).toMatchObject({ unread: true, counter: 0 });
      expect(await recentOf(alice, ofCarol ?? '')).toMatchObject({ unread: false });
      expect(await alice.ok('im.counters.get')).toMatchObject({
        TYPE: { ALL: 1, CHAT: 1, DIALOG: 0 },
        CHAT: [],
        CHAT_UNREAD: [groupChatId],
        DIALOG_UNREAD: [],
      });
      expect(await recentOf(bob, group)).toMatchObject({ unread: false });
      // Whoever marks what they have hidden wants to see it.
      await alice.ok('im.recent.hide', { DIALOG_ID: ofCarol });
      await alice.ok(METHOD, { DIALOG_ID: ofCarol });
      expect(await recentIdsOf(alice)).toContain(ofCarol);
      expect(await alice.ok('im.counters.get')).toMatchObject({ TYPE: { ALL: 2 }, DIALOG_UNREAD: [carol.id] });
      // Reading takes the mark off, that of one chat and that of all (G33).
      await alice.ok('im.dialog.read', { DIALOG_ID: group });
      expect(await recentOf(alice, group)).toMatchObject({ unread: false });
      await alice.ok('im.dialog.read.all');
      expect(await recentOf(alice, ofCarol ?? '')).toMatchObject({ unread: false });
      expect(await carol.ok(METHOD, { DIALOG_ID: `chat${groupChatId}` })).toBe(false);
      expect(await carol.ok(METHOD, { DIALOG_ID: '999999' })).toBe(false);
    },
    async ACTION(world) {
      const { alice, bob, groupChatId } = world;
      const DIALOG_ID = `chat${groupChatId}`;
      const after = async (ACTION?: unknown) => {
        expect(await bob.ok(METHOD, { DIALOG_ID, ...(ACTION !== undefined && { ACTION }) })).toBe(true);
        return (await recentOf(bob, DIALOG_ID)).unread;
      };
      await alice.ok('im.message.add', { DIALOG_ID, MESSAGE: 'Hello' });
      // Vendors' tests send mark and unmark; what is not N is Y (G4).
      for (const [ACTION, isMarked] of [
        [undefined, true],
        ['N', false],
        ['mark', true],
        ['unmark', true],
      ] as const)
        expect(await after(ACTION)).toBe(isMarked);
      await alice.ok('im.message.add', { DIALOG_ID, MESSAGE: 'Are you there?' });
      expect((await chatSeenBy(bob, groupChatId)).counter).toBe(1);
      expect(await after(false)).toBe(false);
      expect((await chatSeenBy(bob, groupChatId)).counter).toBe(0);
    },
  },
});
