import { expect, it } from 'vitest';
import { onEachDatabase } from '../../../test/databases.ts';
import { group, insertPortal, join } from '../../../test/portal-in-store.ts';
import { StoreRefused } from '../session.ts';

onEachDatabase('the chat store', ({ store, write }) => {
  it('gives a chat back as it was made', async () => {
    const { chat } = await write(insertPortal);
    expect(await store().read((work) => work.chats.findChat(chat.id))).toEqual(chat);
  });

  it('finds the one private chat of two people in either order', async () => {
    const { portalId, alice, bob } = await write(insertPortal);
    const made = await write((work) =>
      work.chats.insertChat(group(portalId, alice, { type: 'private' }), work.now, [alice.id, bob.id]),
    );
    await store().read(async (work) => {
      expect(await work.chats.findPrivate(portalId, alice.id, bob.id)).toEqual(made);
      expect(await work.chats.findPrivate(portalId, bob.id, alice.id)).toEqual(made);
    });
  });

  it('refuses a second private chat of the same two people', async () => {
    const { portalId, alice, bob } = await write(insertPortal);
    await write((work) =>
      work.chats.insertChat(group(portalId, alice, { type: 'private' }), work.now, [alice.id, bob.id]),
    );
    const again = write((work) =>
      work.chats.insertChat(group(portalId, alice, { type: 'private' }), work.now, [bob.id, alice.id]),
    );
    await expect(again).rejects.toBeInstanceOf(StoreRefused);
  });

  it('finds the chats of an outside object, the oldest first', async () => {
    const { portalId, alice } = await write(insertPortal);
    const entity = { type: 'DEAL', id: '7', data: ['a', 'b', 'c'] } as const;
    const [first, second] = await write(async (work) => [
      await work.chats.insertChat(group(portalId, alice, { entity }), work.now),
      await work.chats.insertChat(group(portalId, alice, { entity }), work.now),
    ]);
    await store().read(async (work) => {
      expect(await work.chats.listOfEntity(portalId, 'DEAL', '7')).toEqual([first, second]);
      expect(await work.chats.listOfEntity(portalId, 'DEAL', '8')).toEqual([]);
    });
  });

  it('knows the private chats of a person and the oldest group of a portal', async () => {
    const { portalId, alice, bob, chat } = await write(insertPortal);
    const made = await write(async (work) => {
      const pair = await work.chats.insertChat(group(portalId, alice, { type: 'private' }), work.now, [
        alice.id,
        bob.id,
      ]);
      for (const one of [chat, pair]) await join(work, one, alice);
      return pair;
    });
    await store().read(async (work) => {
      expect(await work.chats.listPrivateOf(alice.id, 10)).toEqual([made.id]);
      expect(await work.chats.findOldestGroup(portalId)).toBe(chat.id);
      expect(await work.chats.findOldestGroup(portalId + 1)).toBeUndefined();
    });
  });

  it('renames and deletes a chat', async () => {
    const { chat } = await write(insertPortal);
    await write((work) => work.chats.updateTitle(chat.id, 'Renamed'));
    expect(await store().read((work) => work.chats.findChat(chat.id))).toEqual({ ...chat, title: 'Renamed' });
    await write((work) => work.chats.deleteChat(chat.id));
    expect(await store().read((work) => work.chats.findChat(chat.id))).toBeUndefined();
  });
});
