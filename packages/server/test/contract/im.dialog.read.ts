import { expect } from 'vitest';
import { chatSeenBy } from '../scenes/chats.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'im.dialog.read';

/** Alice writes four lines into the group chat. */
async function written({ alice, groupChatId }: World): Promise<number[]> {
  const ids: number[] = [];
  for (const MESSAGE of ['one', 'two', 'three', 'four'])
    ids.push(await alice.ok('im.message.add', { DIALOG_ID: `chat${groupChatId}`, MESSAGE }));
  return ids;
}

export default contract({
  method: METHOD,
  async example(world) {
    const [first] = await written(world);
    return { params: { DIALOG_ID: `chat${world.groupChatId}`, MESSAGE_ID: first }, as: 'bob' };
  },
  errors: {
    "DIALOG_ID_EMPTY: Dialog ID can't be empty": () => ({ params: { DIALOG_ID: 'chat' } }),
  },
  params: {
    async DIALOG_ID(world) {
      const { alice, bob, carol, groupChatId } = world;
      const ids = await written(world);
      const DIALOG_ID = `chat${groupChatId}`;
      expect(await bob.ok(METHOD, { DIALOG_ID })).toEqual({
        dialogId: DIALOG_ID,
        chatId: groupChatId,
        lastId: ids[3],
        counter: 0,
      });
      expect((await chatSeenBy(alice, groupChatId)).readed_list).toMatchObject([
        { user_id: bob.id, message_id: ids[3] },
      ]);
      const first = await alice.ok('im.message.add', { DIALOG_ID: bob.id, MESSAGE: 'Hello' });
      expect(await bob.ok(METHOD, { DIALOG_ID: alice.id })).toMatchObject({
        dialogId: String(alice.id),
        lastId: first,
      });
      for (const of of [DIALOG_ID, 'chat999999', '77']) expect(await carol.ok(METHOD, { DIALOG_ID: of })).toBe(false);
    },
    async MESSAGE_ID(world) {
      const [, second = 0, third = 0, last] = await written(world);
      const read = (MESSAGE_ID: number | string) =>
        world.bob.ok(METHOD, { DIALOG_ID: `chat${world.groupChatId}`, MESSAGE_ID });
      expect(await read(third)).toMatchObject({ lastId: third, counter: 1 });
      // Never backwards (G32), and a number that no message has is one to read up to (R39).
      expect(await read(second)).toMatchObject({ lastId: third, counter: 1 });
      expect(await read('999999999')).toMatchObject({ lastId: last, counter: 0 });
      await world.alice.ok('im.message.add', { DIALOG_ID: `chat${world.groupChatId}`, MESSAGE: 'five' });
      expect((await chatSeenBy(world.bob, world.groupChatId)).counter).toBe(1);
    },
  },
});
