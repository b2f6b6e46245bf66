import { expect, it } from 'vitest';
import { onEachDatabase } from '../../../test/databases.ts';
import { pendingEvents } from '../../../test/outbox-of.ts';
import { insertPortal, join, person } from '../../../test/portal-in-store.ts';
import { userOf } from '../bot/access-bot.ts';
import { addMembers } from './add-members.ts';
import { changeManager } from './change-manager.ts';
import { changeOwner } from './change-owner.ts';
import { muteChat } from './mute-chat.ts';
import { excludeMember, quitChat } from './quit-chat.ts';
import { recolorChat } from './recolor-chat.ts';
import { refaceChat } from './reface-chat.ts';

const AVATAR = { content: new Uint8Array([1]), extension: 'png', mediaType: 'image/png' };
const OTHER_AVATAR = { ...AVATAR, content: new Uint8Array([2]) };

onEachDatabase('what members change in a chat', (test) => {
  const { store, write } = test;

  /** Alice and Bob are in the chat, and the bot, which came first. */
  async function scene() {
    const portal = await write(insertPortal);
    await write(async (work) => {
      const { chat, bot, alice, bob } = portal;
      await join(work, chat, bot, true);
      await join(work, chat, bob);
      await join(work, chat, alice);
      await work.members.updateRole(chat.id, alice.id, 'owner');
    });
    return portal;
  }
  /** Whom the chat names, and who has that role there. */
  const ownersOf = (chatId: number) =>
    store().read(async (work) => {
      const members = await work.members.listOfChat(chatId);
      const owners = members.filter(({ role }) => role === 'owner').map(({ userId }) => userId);
      return [(await work.chats.findChat(chatId))?.ownerId, ...owners];
    });
  const linesOf = (chatId: number) =>
    store().read(async (work) => (await work.messages.listNewest(chatId, 0, 10)).map(({ text }) => text).reverse());

  // G6
  it('is said there in one line of the system, and told to no bot', async () => {
    const { alice, bob, bot, chat } = await scene();
    const done = { ok: true };
    expect(await write((work) => recolorChat(work, bob, chat.id, 'sand'))).toMatchObject(done);
    for (let times = 0; times < 2; times += 1)
      expect(await write((work) => refaceChat(work, bob, chat.id, AVATAR))).toMatchObject(done);
    expect(await write((work) => changeOwner(work, alice, chat.id, bob.id))).toMatchObject(done);
    expect(await write((work) => excludeMember(work, bob, chat, alice.id))).toMatchObject(done);
    expect(await linesOf(chat.id)).toEqual([
      '[USER=2 REPLACE]Bob[/USER] changed the colour of the chat',
      '[USER=2 REPLACE]Bob[/USER] changed the picture of the chat',
      '[USER=1 REPLACE]Alice[/USER] made [USER=2 REPLACE]Bob[/USER] the owner of the chat',
      '[USER=2 REPLACE]Bob[/USER] removed [USER=1 REPLACE]Alice[/USER] from the chat',
    ]);
    expect(await pendingEvents(test, bot.id)).toEqual([]);
  });

  it('is not said where nothing changes, nor who manages it or hears of it', async () => {
    const { alice, bob, chat } = await scene();
    await write(async (work) => {
      await changeOwner(work, alice, chat.id, alice.id);
      for (const isManager of [true, true, false])
        expect(await changeManager(work, alice, chat.id, { userId: bob.id, isManager })).toMatchObject({ ok: true });
      expect(await recolorChat(work, alice, chat.id, 'sand')).toMatchObject({ ok: true });
    });
    const before = await linesOf(chat.id);
    expect(await write((work) => recolorChat(work, bob, chat.id, 'sand'))).toMatchObject({ reason: 'color_is_set' });
    expect(await write((work) => muteChat(work, bob, { kind: 'chat', chatId: chat.id }, true))).toMatchObject({
      ok: true,
    });
    expect(await linesOf(chat.id)).toEqual(before);
    expect(before).toHaveLength(1);
  });

  it('keeps no picture that was replaced', async () => {
    const { alice, chat } = await scene();
    const avatar = () => store().read(async (work) => (await work.chats.findChat(chat.id))?.avatar ?? '');
    await write((work) => refaceChat(work, alice, chat.id, AVATAR));
    const first = await avatar();
    await write((work) => refaceChat(work, alice, chat.id, OTHER_AVATAR));
    const found = (name: string) => store().read((work) => work.images.findImageId(name));
    expect([await found(first), await found(await avatar())]).toEqual([undefined, expect.any(Number)]);
  });

  it('falls to a person when the owner goes, and to nobody where only bots are left', async () => {
    const { alice, bob, bot, chat } = await scene();
    const owner = () => store().read(async (work) => (await work.chats.findChat(chat.id))?.ownerId);
    expect(await write((work) => quitChat(work, alice, chat))).toMatchObject({ ok: true });
    expect(await owner()).toBe(bob.id);
    expect((await linesOf(chat.id)).at(-1)).toBe('[USER=2 REPLACE]Bob[/USER] is the owner of the chat now');
    expect(await write((work) => quitChat(work, bob, chat))).toMatchObject({ ok: true });
    await store().read(async (work) => {
      expect((await work.members.listOfChat(chat.id)).map(({ userId, role }) => [userId, role])).toEqual([
        [bot.id, 'member'],
      ]);
    });
    expect(await write((work) => quitChat(work, bob, chat))).toMatchObject({ reason: 'user_not_member' });
  });

  it('falls to the next person who is added where only bots were left', async () => {
    const { alice, bob, bot, chat } = await scene();
    for (const person of [alice, bob]) await write((work) => quitChat(work, person, chat));
    const invitation = { userIds: [alice.id, bob.id], hidesHistory: false };
    await write(async (work) => addMembers(work, await userOf(work, bot), chat, invitation));
    expect(await ownersOf(chat.id)).toEqual([alice.id, alice.id]);
  });

  it('falls to people who work here before those who were dismissed', async () => {
    const { alice, bob, chat, portalId } = await scene();
    await write(async (work) => {
      await join(work, chat, await work.users.insertUser(person(portalId, 'Carol', { id: 3 }), work.now));
      await work.members.updateRole(chat.id, bob.id, 'manager');
      await work.users.updateUser({ ...bob, isActive: false }, work.now);
    });
    await write((work) => quitChat(work, alice, chat));
    expect(await ownersOf(chat.id)).toEqual([3, 3]);
  });
});
