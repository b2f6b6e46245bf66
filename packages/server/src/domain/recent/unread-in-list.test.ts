import { expect, it } from 'vitest';
import { onEachDatabase } from '../../../test/databases.ts';
import { group, insertPortal, insertText, join } from '../../../test/portal-in-store.ts';
import { deleteMessage } from '../message/delete-message.ts';
import { listRecent, RecentSearch } from './list-recent.ts';

const FIRST = { skips: [], unreadOnly: false, offset: 0, limit: 10 };

onEachDatabase('what is unread in a list of recent chats', (test) => {
  const { write, store } = test;

  it('is what it is now, whatever it was when the list was made before', async () => {
    const { alice, bob, chat, lines } = await write(async (work) => {
      const portal = await insertPortal(work);
      const chat = await work.chats.insertChat(group(portal.portalId, portal.alice), work.now);
      for (const user of [portal.alice, portal.bob]) await join(work, chat, user);
      const lines = [];
      for (let n = 0; n < 40; n += 1) lines.push(await insertText(work, chat, portal.bob, `line ${n}`));
      return { ...portal, chat, lines };
    });
    const idOf = (line: number): number => lines[line]?.id ?? 0;
    const listed = async (user = alice) => {
      const { chats } = await store().read((work) => listRecent(work, user, FIRST, new RecentSearch()));
      return chats.map(({ unreadCount }) => unreadCount);
    };
    expect([await listed(), await listed(), await listed(bob)]).toEqual([[40], [40], [0]]);
    await write((work) => deleteMessage(work, bob, idOf(5), { complete: true }));
    expect(await listed()).toEqual([39]);
    await write((work) => work.readMarks.updateLastRead(chat.id, alice.id, idOf(9), work.now));
    expect(await listed()).toEqual([30]);
    await write((work) => work.readMarks.updateUnread(chat.id, alice.id, 0));
    expect(await listed()).toEqual([39]);
    await write((work) => insertText(work, chat, alice, 'her own'));
    await write((work) => insertText(work, chat, bob, 'one more'));
    expect([await listed(), await listed(bob)]).toEqual([[40], [1]]);
    await write((work) => deleteMessage(work, bob, idOf(39), { complete: true }));
    expect([await listed(), await listed(bob)]).toEqual([[39], [1]]);
    await expect(
      write(async (work) => {
        await insertText(work, chat, bob, 'undone');
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    await write((work) => insertText(work, chat, alice, 'in its place'));
    expect([await listed(), await listed(bob)]).toEqual([[39], [2]]);
    await write((work) => work.readMarks.updateLastRead(chat.id, alice.id, 1_000_000, work.now));
    expect(await listed()).toEqual([0]);
  });
});
