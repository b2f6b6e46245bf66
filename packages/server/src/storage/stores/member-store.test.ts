import { expect, it } from 'vitest';
import { onEachDatabase } from '../../../test/databases.ts';
import { group, insertPortal, join, person } from '../../../test/portal-in-store.ts';

onEachDatabase('the member store', ({ clock, store, write }) => {
  it('gives a member back as it joined', async () => {
    const { chat, bot } = await write(insertPortal);
    const draft = { chatId: chat.id, userId: bot.id, isBot: true, role: 'manager', historyAfter: 7 } as const;
    await write((work) => work.members.insertMember(draft, work.now));
    expect(await store().read((work) => work.members.findMember(chat.id, bot.id))).toEqual({
      ...draft,
      lastReadId: 0,
      lastReadAt: null,
      isMuted: false,
      isPinned: false,
      isMarked: false,
    });
  });

  it('lists and counts the members of a chat', async () => {
    const { chat, alice, bob } = await write(insertPortal);
    await write(async (work) => {
      await join(work, chat, bob);
      await join(work, chat, alice);
    });
    await store().read(async (work) => {
      expect((await work.members.listOfChat(chat.id)).map(({ userId }) => userId)).toEqual([alice.id, bob.id]);
      expect(await work.members.countOf(chat.id)).toBe(2);
      expect(await work.members.listChatsOf(bob.id, 10)).toEqual([chat.id]);
    });
  });

  it('never moves what was read backwards', async () => {
    const { chat, alice } = await write(insertPortal);
    await write((work) => join(work, chat, alice));
    const readAt = clock.now();
    await write((work) => work.readMarks.updateLastRead(chat.id, alice.id, 9, work.now));
    clock.advance(1000);
    await write((work) => work.readMarks.updateLastRead(chat.id, alice.id, 4, work.now));
    expect(await store().read((work) => work.members.findMember(chat.id, alice.id))).toMatchObject({
      lastReadId: 9,
      lastReadAt: readAt,
    });
  });

  it('knows whether an outside guest is among the members', async () => {
    const { portalId, chat, alice } = await write(insertPortal);
    await write((work) => join(work, chat, alice));
    expect(await store().read((work) => work.members.findExtranet(chat.id))).toBeUndefined();
    const dana = await write(async (work) => {
      const guest = await work.users.insertUser(person(portalId, 'Dana', { isExtranet: true }), work.now);
      await join(work, chat, guest);
      return guest;
    });
    expect(await store().read((work) => work.members.findExtranet(chat.id))).toBe(dana.id);
  });

  it('lets members go one by one, and all of a chat at once', async () => {
    const { portalId, chat, alice, bob, bot } = await write(insertPortal);
    const other = await write(async (work) => {
      const made = await work.chats.insertChat(group(portalId, alice), work.now);
      for (const one of [chat, made]) for (const user of [alice, bob, bot]) await join(work, one, user);
      return made;
    });
    const counts = () =>
      store().read(async (work) => [await work.members.countOf(chat.id), await work.members.countOf(other.id)]);
    await write((work) => work.members.deleteMember(chat.id, alice.id));
    expect(await counts()).toEqual([2, 3]);
    await write((work) => work.members.deleteOfChat(other.id));
    expect(await counts()).toEqual([2, 0]);
  });
});
