import { expect } from 'vitest';
import { NOBODY } from '../scenes/refusals.ts';
import { searchedBy } from '../scenes/searches.ts';
import { contract } from './contract.ts';

const METHOD = 'im.search.last.add';

export default contract({
  method: METHOD,
  example: async (world) => ({ params: { DIALOG_ID: `chat${world.groupChatId}` } }),
  errors: { "DIALOG_ID_EMPTY: Dialog ID can't be empty": () => ({ params: { DIALOG_ID: 'somebody' } }) },
  params: {
    async DIALOG_ID(world) {
      const { alice, bob, carol, dana, groupChatId } = world;
      const group = `chat${groupChatId}`;
      const add = (DIALOG_ID: unknown, person = alice) => person.ok(METHOD, { DIALOG_ID });
      expect([await add(bob.id), await add(group), await add(`${carol.id}`)]).toEqual([true, true, true]);
      expect(await searchedBy(alice)).toEqual([carol.id, group, bob.id]);
      // Once more: it moves to the top.
      expect(await add(bob.id)).toBe(true);
      expect(await searchedBy(alice)).toEqual([bob.id, carol.id, group]);
      expect(await searchedBy(bob)).toEqual([]);
      expect([
        await add(NOBODY),
        await add(`chat${NOBODY}`),
        await add(group, carol),
        await add(alice.id, dana),
      ]).toEqual([false, false, false, false]);
      // The last fifty are kept.
      for (let n = 0; n < 50; n += 1) await add(`chat${await alice.ok('im.chat.add', { TITLE: `${n}` })}`);
      expect(await searchedBy(alice)).toHaveLength(50);
      expect(await searchedBy(alice)).not.toContain(bob.id);
    },
  },
});
