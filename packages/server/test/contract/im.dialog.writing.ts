import { expect } from 'vitest';
import { typingDuring } from '../scenes/chats.ts';
import { expectRefusal } from '../scenes/refusals.ts';
import { contract } from './contract.ts';

const METHOD = 'im.dialog.writing';

export default contract({
  method: METHOD,
  example: async (world) => ({ params: { DIALOG_ID: `chat${world.groupChatId}` } }),
  errors: {
    "DIALOG_ID_EMPTY: Dialog ID can't be empty": () => ({ params: { DIALOG_ID: 'chat' } }),
    'ACCESS_ERROR: Action unavailable': (world) => ({ params: { DIALOG_ID: `chat${world.groupChatId}` }, as: 'carol' }),
  },
  params: {
    async DIALOG_ID(world) {
      const { alice, bob, groupChatId } = world;
      const write = (DIALOG_ID: number | string) => typingDuring(world, () => alice.ok(METHOD, { DIALOG_ID }));
      expect(await write(`chat${groupChatId}`)).toEqual([{ chatId: groupChatId, userId: alice.id }]);
      // To somebody they never wrote to, nothing is shown.
      expect(await write(bob.id)).toEqual([]);
      await alice.ok('im.message.add', { DIALOG_ID: bob.id, MESSAGE: 'Hello' });
      expect(await write(bob.id)).toMatchObject([{ userId: alice.id }]);
      await expectRefusal(alice, METHOD, { DIALOG_ID: 999_999 }, 'ACCESS_ERROR');
    },
  },
});
