import { expect, it } from 'vitest';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { onEachDatabase, type TestStore } from '../../../test/databases.ts';
import { group, insertPortal, insertText, join } from '../../../test/portal-in-store.ts';
import type { Chat } from '../chat/chat.ts';
import type { User } from '../user/user.ts';
import { listRecent, RecentSearch } from './list-recent.ts';
import type { RecentQuery } from './recent-place.ts';

const EVERYTHING: RecentQuery = { skips: [], unreadOnly: false, offset: 0 };

/** Groups that the user is in, in each of which `author` has written at a time of its own, the first one first. */
async function groups(work: UnitOfWork, user: User, author: User, count: number): Promise<Chat[]> {
  const chats: Chat[] = [];
  for (let i = 0; i < count; i += 1) {
    const chat = await work.chats.insertChat(group(user.portalId, user, { title: `Chat ${i}` }), work.now);
    await join(work, chat, user);
    const line = { chatId: chat.id, authorId: author.id, text: `Line ${i}`, isSystem: false, uuid: null };
    await work.messages.insertMessage({ ...line, replyToId: null, params: {} }, 1, work.now + i * 60_000);
    chats.push(chat);
  }
  return chats;
}

/** Ids of the chats that are listed, in how many steps, and whether there are more. */
async function list({ store }: TestStore, user: User, query: Partial<RecentQuery>) {
  const search = new RecentSearch();
  const ids: number[] = [];
  for (let steps = 1; ; steps += 1) {
    const step = await store().read((work) => listRecent(work, user, { ...EVERYTHING, ...query }, search));
    ids.push(...step.chats.map(({ chat }) => chat.id));
    if (step.isLast) return { ids, steps, hasMore: step.hasMore };
  }
}

onEachDatabase('recent chats', (test) => {
  const { write } = test;

  it('are found in the newest lines of the whole database where somebody has many', async () => {
    const { alice, bob } = await write(insertPortal);
    const newestFirst = (await write((work) => groups(work, alice, bob, 230))).map(({ id }) => id).reverse();
    const [first = 0, second = 0, third = 0] = newestFirst;
    expect(await list(test, alice, { limit: 50 })).toEqual({ ids: newestFirst.slice(0, 50), steps: 1, hasMore: true });
    expect(await list(test, alice, { limit: 50, offset: 200 })).toMatchObject({
      ids: newestFirst.slice(200),
      hasMore: false,
    });
    await write((work) => work.recent.updatePinned(newestFirst[229] ?? 0, alice.id, true, work.now));
    await write((work) => work.recent.updateHidden(second, alice.id, 1_000_000, work.now));
    expect(await list(test, alice, { limit: 3 })).toMatchObject({ ids: [newestFirst[229], first, third] });
  });

  it('are all of them, in steps, where no limit is named', async () => {
    const { alice, bob } = await write(insertPortal);
    const newestFirst = (await write((work) => groups(work, alice, bob, 230))).map(({ id }) => id).reverse();
    const { ids, steps } = await list(test, alice, {});
    expect(ids).toEqual(newestFirst);
    expect(steps).toBeGreaterThan(2);
    expect(await list(test, bob, {})).toEqual({ ids: [], steps: 1, hasMore: false });
  });

  it('are read on from a time, and from when something happened', async () => {
    const { alice, bob } = await write(insertPortal);
    const newestFirst = (await write((work) => groups(work, alice, bob, 230))).map(({ id }) => id).reverse();
    const writtenAt = (place: number) => test.clock.now() + (229 - place) * 60_000;
    const before = writtenAt(150);
    expect(await list(test, alice, { before, limit: 3 })).toMatchObject({ ids: newestFirst.slice(151, 154) });
    expect(await list(test, alice, { before: writtenAt(229), limit: 3 })).toMatchObject({ ids: [], hasMore: false });
    expect(await list(test, alice, { activeSince: writtenAt(2) })).toMatchObject({ ids: newestFirst.slice(0, 3) });
    expect(await list(test, alice, { unreadOnly: true, limit: 2, offset: 3 })).toMatchObject({
      ids: newestFirst.slice(3, 5),
      hasMore: true,
    });
  });

  it('are found where one chat has all the newest lines', async () => {
    const { alice, bob, chat } = await write(insertPortal);
    const newestFirst = (await write((work) => groups(work, alice, bob, 120))).map(({ id }) => id).reverse();
    await write((work) => join(work, chat, alice));
    await write(async (work) => {
      for (let i = 0; i < 600; i += 1) await insertText(work, chat, bob, 'More');
    });
    expect(await list(test, alice, { limit: 3 })).toMatchObject({ ids: [chat.id, ...newestFirst.slice(0, 2)] });
    expect(await list(test, alice, { limit: 3, unreadOnly: true })).toMatchObject({
      ids: [chat.id, ...newestFirst.slice(0, 2)],
    });
    const [first = 0, second = 0, third = 0] = newestFirst;
    const oldest = newestFirst.at(-1) ?? 0;
    await write((work) => work.recent.updatePinned(oldest, alice.id, true, work.now));
    await write((work) => work.recent.updateHidden(second, alice.id, 1_000_000, work.now));
    expect(await list(test, alice, { limit: 3 })).toMatchObject({ ids: [oldest, chat.id, first], hasMore: true });
    expect(await list(test, alice, { limit: 2, offset: 2 })).toMatchObject({ ids: [first, third], hasMore: true });
    const all = await list(test, alice, {});
    expect(await list(test, alice, { limit: 500 })).toMatchObject({ ids: all.ids, hasMore: false });
    expect(await list(test, alice, { limit: 20, offset: all.ids.length - 5 })).toMatchObject({
      ids: all.ids.slice(-5),
      hasMore: false,
    });
  });

  it('keep their order up to date once it was looked up', async () => {
    const { alice, bob, chat } = await write(insertPortal);
    const chats = await write((work) => groups(work, alice, bob, 130));
    const newestFirst = chats.map(({ id }) => id).reverse();
    const [first = 0, second = 0, third = 0, fourth = 0] = newestFirst;
    const oldest = newestFirst.at(-1) ?? 0;
    const other = await write(async (work) => {
      for (let i = 0; i < 600; i += 1) await insertText(work, chat, bob, 'Elsewhere');
      const later = await work.chats.insertChat(group(alice.portalId, bob), work.now);
      await insertText(work, later, bob, 'Before she came');
      for (let i = 0; i < 600; i += 1) await insertText(work, chat, bob, 'Elsewhere');
      return later;
    });
    const top = async (limit = 3) => (await list(test, alice, { limit })).ids;
    expect(await top()).toEqual([first, second, third]);
    const line = await write((work) => insertText(work, chats[0] as Chat, bob, 'New'));
    expect(await top()).toEqual([oldest, first, second]);
    await write((work) => work.messages.deleteMessage(line));
    expect(await top()).toEqual([first, second, third]);
    await write((work) => work.recent.updateHidden(second, alice.id, 1_000_000, work.now));
    expect(await top()).toEqual([first, third, fourth]);
    await write((work) => work.recent.updateMarked(second, alice.id, work.now));
    expect(await top()).toEqual([first, second, third]);
    await write((work) => work.recent.updatePinned(third, alice.id, true, work.now));
    expect(await top()).toEqual([third, first, second]);
    await write((work) => join(work, other, alice));
    expect(await top()).toEqual([third, other.id, first]);
    await write((work) => work.members.deleteMember(first, alice.id));
    expect(await top()).toEqual([third, other.id, second]);
    await expect(
      write(async (work) => {
        await insertText(work, chats[1] as Chat, bob, 'Undone');
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    await write((work) => insertText(work, chats[2] as Chat, bob, 'In its place'));
    expect(await top(4)).toEqual([third, chats[2]?.id, other.id, second]);
    expect((await list(test, alice, { limit: 130 })).ids).toEqual((await list(test, alice, {})).ids);
  });

  it('go back to their place when their newest line is taken out, and out of the list with their last one', async () => {
    const { alice, bob } = await write(insertPortal);
    const chats = await write((work) => groups(work, alice, bob, 3));
    const [oldest, middle, newest] = chats.map(({ id }) => id);
    const line = await write((work) => insertText(work, chats[0] as Chat, bob, 'Again'));
    expect((await list(test, alice, {})).ids).toEqual([oldest, newest, middle]);
    await write((work) => work.messages.deleteMessage(line));
    expect((await list(test, alice, {})).ids).toEqual([newest, middle, oldest]);
    await write((work) => work.messages.deleteOldest(newest ?? 0, 1));
    expect((await list(test, alice, {})).ids).toEqual([middle, oldest]);
  });
});
