import { expect } from 'vitest';
import { recentIdsOf, recentOf, threeDialogs } from '../scenes/recent.ts';
import { contract } from './contract.ts';

const METHOD = 'im.recent.hide';

export default contract({
  method: METHOD,
  example: async ({ groupChatId }) => ({ params: { DIALOG_ID: `chat${groupChatId}` } }),
  errors: {
    "DIALOG_ID_EMPTY: Dialog ID can't be empty": () => ({ params: { DIALOG_ID: '' } }),
  },
  params: {
    async DIALOG_ID(world) {
      const { alice, bob, carol } = world;
      const [group, ofCarol, ofBob] = await threeDialogs(world);
      await alice.ok('im.recent.pin', { DIALOG_ID: ofCarol });
      for (let times = 0; times < 2; times += 1) {
        // True also when it is not listed (G30).
        expect(await alice.ok(METHOD, { DIALOG_ID: ofCarol })).toBe(true);
        expect(await recentIdsOf(alice)).toEqual([group, ofBob]);
      }
      expect(await recentIdsOf(carol)).toEqual([alice.id]);
      // A new message brings it back (G29), as one that was never pinned; a change of an old one does not.
      const MESSAGE_ID = await alice.ok('im.message.add', { DIALOG_ID: ofBob, MESSAGE: 'Hello again' });
      await alice.ok(METHOD, { DIALOG_ID: ofBob });
      await alice.ok('im.message.update', { MESSAGE_ID, MESSAGE: 'Good evening' });
      await carol.ok('im.message.add', { DIALOG_ID: alice.id, MESSAGE: 'Hello' });
      expect(await recentIdsOf(alice)).toEqual([ofCarol, group]);
      expect(await recentOf(alice, carol.id)).toMatchObject({ pinned: false, counter: 1 });
      for (const DIALOG_ID of ['chat999999', '77']) expect(await bob.ok(METHOD, { DIALOG_ID })).toBe(false);
      expect(await carol.ok(METHOD, { DIALOG_ID: group })).toBe(false);
    },
  },
});
