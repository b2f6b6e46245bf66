import { expect, it } from 'vitest';
import { onEachDatabase } from '../../../test/databases.ts';
import { insertPortal, insertText } from '../../../test/portal-in-store.ts';

onEachDatabase('the reaction store', ({ clock, store, write }) => {
  it('says whether a reaction is new and whether there was one to take back', async () => {
    const { chat, alice } = await write(insertPortal);
    await write(async (work) => {
      const { id } = await insertText(work, chat, alice, 'hello');
      expect(await work.reactions.insertReaction(id, alice.id, 'like', work.now)).toBe(true);
      expect(await work.reactions.insertReaction(id, alice.id, 'like', work.now)).toBe(false);
      expect(await work.reactions.deleteReaction(id, alice.id, 'like')).toBe(true);
      expect(await work.reactions.deleteReaction(id, alice.id, 'like')).toBe(false);
    });
  });

  it('names who reacted, in the order they did', async () => {
    const { chat, alice, bob } = await write(insertPortal);
    const [first, second, third] = await write(async (work) => [
      await insertText(work, chat, alice, '1'),
      await insertText(work, chat, alice, '2'),
      await insertText(work, chat, alice, '3'),
    ]);
    const ids = [first?.id ?? 0, second?.id ?? 0, third?.id ?? 0] as const;
    await write((work) => work.reactions.insertReaction(ids[0], bob.id, 'like', work.now));
    clock.advance(1000);
    await write(async (work) => {
      await work.reactions.insertReaction(ids[0], alice.id, 'like', work.now);
      await work.reactions.insertReaction(ids[1], alice.id, 'like', work.now);
    });
    await store().read(async (work) => {
      expect(await work.reactions.listBetween(chat.id, ids[0], ids[2])).toEqual(
        new Map([
          [ids[0], [bob.id, alice.id]],
          [ids[1], [alice.id]],
        ]),
      );
      expect(await work.reactions.listBetween(chat.id, ids[1], ids[2])).toEqual(new Map([[ids[1], [alice.id]]]));
      expect(await work.reactions.listBetween(chat.id + 1, ids[0], ids[2])).toEqual(new Map());
      expect(await work.reactions.listBetween(chat.id, 0, 0)).toEqual(new Map());
    });
  });

  it('goes with its message and with its chat', async () => {
    const { chat, alice } = await write(insertPortal);
    const [one, two] = await write(async (work) => {
      const messages = [await insertText(work, chat, alice, '1'), await insertText(work, chat, alice, '2')];
      for (const { id } of messages) await work.reactions.insertReaction(id, alice.id, 'like', work.now);
      return messages.map(({ id }) => id);
    });
    const left = () => store().read((work) => work.reactions.listBetween(chat.id, one ?? 0, two ?? 0));
    await write((work) => work.reactions.deleteOfMessage(one ?? 0));
    expect([...(await left()).keys()]).toEqual([two]);
    await write((work) => work.reactions.deleteOfOldest(chat.id, 10));
    expect([...(await left()).keys()]).toEqual([]);
  });
});
