import { expect } from 'vitest';
import { chatSeenBy } from '../scenes/chats.ts';
import { expectRefusal } from '../scenes/refusals.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'im.dialog.unread';

/** Alice, Bob and Alice again have written into the group chat, and both have read it. */
async function read({ alice, bob, groupChatId }: World): Promise<number[]> {
  const DIALOG_ID = `chat${groupChatId}`;
  const ids: number[] = [];
  for (const person of [alice, bob, alice])
    ids.push(await person.ok('im.message.add', { DIALOG_ID, MESSAGE: 'Hello' }));
  for (const person of [alice, bob]) await person.ok('im.dialog.read', { DIALOG_ID });
  return ids;
}

export default contract({
  method: METHOD,
  async example(world) {
    const [first] = await read(world);
    return { params: { DIALOG_ID: `chat${world.groupChatId}`, MESSAGE_ID: first }, as: 'bob' };
  },
  errors: {
    // Before the dialog is looked at (G33).
    "MESSAGE_ID_ERROR: First unread message id can't be empty": () => ({ params: { DIALOG_ID: 'chat' } }),
    "DIALOG_ID_EMPTY: Dialog ID can't be empty": () => ({ params: { MESSAGE_ID: 1 } }),
  },
  params: {
    async DIALOG_ID(world) {
      const { bob, carol, groupChatId } = world;
      const [first] = await read(world);
      const call = { DIALOG_ID: `chat${groupChatId}`, MESSAGE_ID: first };
      expect(await carol.ok(METHOD, call)).toBe(false);
      expect(await bob.ok(METHOD, { ...call, DIALOG_ID: 'chat999999' })).toBe(false);
      expect((await chatSeenBy(bob, groupChatId)).counter).toBe(0);
      expect(await bob.ok(METHOD, call)).toBe(true);
      expect((await chatSeenBy(bob, groupChatId)).counter).toBe(2);
    },
    async MESSAGE_ID({ alice, bob, groupChatId, ...world }) {
      const [first = 0, second, third] = await read({ alice, bob, groupChatId, ...world });
      const DIALOG_ID = `chat${groupChatId}`;
      // Also from one's own message on, which is never unread itself (G33).
      expect(await bob.ok(METHOD, { DIALOG_ID, MESSAGE_ID: second })).toBe(true);
      expect(await chatSeenBy(bob, groupChatId)).toMatchObject({ counter: 1, unread_id: third, last_id: first });
      // A later one reads nothing.
      await bob.ok(METHOD, { DIALOG_ID, MESSAGE_ID: 999_999 });
      expect((await chatSeenBy(bob, groupChatId)).counter).toBe(1);
      await expectRefusal(bob, METHOD, { DIALOG_ID, MESSAGE_ID: 'first' }, 'MESSAGE_ID_ERROR');
    },
  },
});
