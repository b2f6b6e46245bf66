import { expect } from 'vitest';
import { searchedBy } from '../scenes/searches.ts';
import { contract } from './contract.ts';

export default contract({
  method: 'im.search.last.delete',
  async example({ alice, groupChatId }) {
    await alice.ok('im.search.last.add', { DIALOG_ID: `chat${groupChatId}` });
    return { params: { DIALOG_ID: `chat${groupChatId}` } };
  },
  errors: { "DIALOG_ID_EMPTY: Dialog ID can't be empty": () => ({ params: { DIALOG_ID: 'somebody' } }) },
  params: {
    async DIALOG_ID({ alice, bob, groupChatId }) {
      for (const DIALOG_ID of [bob.id, `chat${groupChatId}`]) await alice.ok('im.search.last.add', { DIALOG_ID });
      const remove = (DIALOG_ID: unknown) => alice.ok('im.search.last.delete', { DIALOG_ID });
      expect([await remove(`chat${groupChatId}`), await remove(`chat${groupChatId}`)]).toEqual([true, false]);
      expect(await searchedBy(alice)).toEqual([bob.id]);
    },
  },
});
