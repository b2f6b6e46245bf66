import { expect, it } from 'vitest';
import type { UnreadChat, UnreadPart } from '#domain/chat/unread-chats.ts';
import type { Reading, UnitOfWork } from '#storage/unit-of-work.ts';
import { onEachDatabase } from '../../../test/databases.ts';
import { group, insertPortal, insertText, join } from '../../../test/portal-in-store.ts';

/** More lines than are noted at a time, by several authors and the portal itself. */
async function write(work: UnitOfWork, count: number) {
  const portal = await insertPortal(work);
  const { alice, bob, bot, portalId } = portal;
  const chats = [];
  for (let n = 0; n < count; n += 1) {
    const chat = await work.chats.insertChat(group(portalId, alice), work.now);
    for (const user of [alice, bob]) await join(work, chat, user);
    for (let line = 0; line < 17 * n; line += 1) {
      const author = [alice, bob, { id: 0 }, { id: bot.id }][(line * 7 + n) % 4] ?? alice;
      const { id } = await insertText(work, chat, author, `line ${line}`);
      if (line === 11 * n) await work.readMarks.updateLastRead(chat.id, bob.id, id, work.now);
    }
    chats.push(chat);
  }
  return { ...portal, chats };
}

/** A few chats at a time. */
async function all(work: Reading, userId: number): Promise<UnreadChat[]> {
  const found: UnreadChat[] = [];
  for (let after: number | undefined = 0; after !== undefined; ) {
    const { chats, next }: UnreadPart = await work.readMarks.listUnread(userId, after, 3);
    found.push(...chats);
    after = next;
  }
  return found;
}

onEachDatabase('the unread chats of a person', (test) => {
  const { store } = test;

  it('are those with unread lines, as many as are counted in each alone', async () => {
    const { alice, bob, chats } = await test.write((work) => write(work, 8));
    await store().read(async (work) => {
      for (const person of [alice, bob]) {
        const counts = new Map((await all(work, person.id)).map((one) => [one.chatId, one.count]));
        for (const { id } of chats) {
          const { lastReadId = 0 } = (await work.members.findMember(id, person.id)) ?? {};
          const count = await work.messages.countUnread(id, person.id, lastReadId);
          expect([id, counts.get(id) ?? 0]).toEqual([id, count]);
        }
        expect(counts.size).toBeGreaterThan(4);
      }
    });
  });

  it('are without what was hidden from who joined later, and say whether they are muted', async () => {
    const { bob, chats } = await test.write((work) => write(work, 2));
    const [, chat] = chats;
    if (!chat) throw new Error('There is no chat');
    const seen = () => store().read((work) => all(work, bob.id));
    const [before] = await seen();
    expect(before).toMatchObject({ chatId: chat.id, type: 'group', isMuted: false });
    await test.write(async (work) => {
      const last = await work.messages.findLast(chat.id);
      await work.members.deleteMember(chat.id, bob.id);
      const place = { chatId: chat.id, userId: bob.id, isBot: false, role: 'member' } as const;
      await work.members.insertMember({ ...place, historyAfter: last?.id ?? 0 }, work.now);
    });
    expect(await seen()).toEqual([]);
    await test.write(async (work) => {
      await insertText(work, chat, { id: 1 }, 'one more');
      await work.members.updateMuted(chat.id, bob.id, true);
    });
    expect(await seen()).toMatchObject([{ chatId: chat.id, isMuted: true, count: 1 }]);
  });

  it('name the other one of a private chat, and are gone with a bot', async () => {
    const { alice, bob, bot, portalId } = await test.write(insertPortal);
    await test.write(async (work) => {
      for (const other of [bob, { id: bot.id }]) {
        const draft = group(portalId, alice, { type: 'private' });
        const chat = await work.chats.insertChat(draft, work.now, [alice.id, other.id]);
        await join(work, chat, alice);
        await join(work, chat, other, other.id === bot.id);
        await insertText(work, chat, other, 'Hello');
      }
    });
    const others = async () => (await store().read((work) => all(work, alice.id))).map(({ otherId }) => otherId);
    expect((await others()).sort()).toEqual([bob.id, bot.id].sort());
    await test.write((work) => work.leftovers.insertLeftover('bot', bot.id));
    expect(await others()).toEqual([bob.id]);
  });
});
