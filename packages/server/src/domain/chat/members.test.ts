import { expect, it } from 'vitest';
import type { Reading } from '#storage/unit-of-work.ts';
import { onEachDatabase } from '../../../test/databases.ts';
import { pendingEvents } from '../../../test/outbox-of.ts';
import { insertPortal, insertText, person } from '../../../test/portal-in-store.ts';
import { userOf } from '../bot/access-bot.ts';
import type { User } from '../user/user.ts';
import { addMembers, addNewMembers } from './add-members.ts';
import type { Chat } from './chat.ts';
import { overviewOf } from './chat-overview.ts';
import { createChat, type NewChat } from './create-chat.ts';
import { leaveChat } from './leave-chat.ts';
import { removeMember } from './remove-member.ts';

const DRAFT: NewChat = {
  type: 'group',
  title: 'Team',
  description: '',
  color: '',
  entity: { type: '', id: '' },
  memberIds: [],
  firstMessage: '',
};

/** The lines of a chat, the oldest first. */
async function linesOf(work: Reading, chat: Chat): Promise<string[]> {
  return (await work.messages.listNewest(chat.id, 0, 50)).map(({ text }) => text).reverse();
}

async function seenBy(work: Reading, viewer: User, chat: Chat) {
  return overviewOf(work, viewer, { chat, member: await work.members.findMember(chat.id, viewer.id) });
}

onEachDatabase('the members of a chat', (test) => {
  const { store, write } = test;

  it('are told of in it, and a bot among them learns of it before it hears anything there', async () => {
    const { alice, bob, bot } = await write(insertPortal);
    const chat = await write((work) =>
      createChat(work, alice, {
        ...DRAFT,
        memberIds: [bob.id, bot.id],
        firstMessage: `[USER=${bot.id}]echo[/USER] hello`,
      }),
    );
    await store().read(async (work) => {
      const invited = `[USER=1 REPLACE]Alice[/USER] invited [USER=2 REPLACE]Bob[/USER], [USER=${bot.id} REPLACE]echo[/USER] to the chat`;
      expect(await linesOf(work, chat)).toEqual([invited, `[USER=${bot.id}]echo[/USER] hello`]);
      const [line] = await work.messages.listNewer(chat.id, 0, 1);
      expect(line).toMatchObject({ authorId: 0, isSystem: true, params: { code: 'joined' } });
    });
    expect(await pendingEvents(test, bot.id)).toMatchObject([
      { type: 'botJoinedChat', userId: alice.id, chatId: chat.id, seesHistory: true },
      { type: 'messageAdded' },
    ]);
  });

  it('see what was written before they came only if they may, and none of it is unread to them', async () => {
    const { portalId, alice, bob } = await write(insertPortal);
    const carol = await write((work) => work.users.insertUser(person(portalId, 'Carol'), work.now));
    const chat = await write((work) => createChat(work, alice, { ...DRAFT, firstMessage: 'Before' }));
    await write((work) => addMembers(work, alice, chat, { userIds: [bob.id], hidesHistory: false }));
    await write((work) => addMembers(work, bob, chat, { userIds: [carol.id], hidesHistory: true }));
    await store().read(async (work) => {
      const [before, bobCame] = (await work.messages.listNewest(chat.id, 0, 10)).reverse().map(({ id }) => id);
      expect(await work.members.findMember(chat.id, bob.id)).toMatchObject({ historyAfter: 0, lastReadId: before });
      expect(await work.members.findMember(chat.id, carol.id)).toMatchObject({
        historyAfter: bobCame,
        lastReadId: bobCame,
      });
      for (const newcomer of [bob, carol])
        expect(await seenBy(work, newcomer, chat)).toMatchObject({ unreadCount: 0, lastMessageReaders: [] });
    });
  });

  it('are added by those who are in it, who name at least one they may see', async () => {
    const { portalId, alice, bob } = await write(insertPortal);
    const dana = await write((work) => work.users.insertUser(person(portalId, 'Dana', { isExtranet: true }), work.now));
    const gone = await write((work) => work.users.insertUser(person(portalId, 'Gone', { isActive: false }), work.now));
    const chat = await write((work) => createChat(work, dana, { ...DRAFT, memberIds: [bob.id] }));
    const add = (inviter: User, userIds: number[]) =>
      write((work) => addNewMembers(work, inviter, chat, { userIds, hidesHistory: true }));
    expect(await add(bob, [bob.id])).toMatchObject({ reason: 'adding_denied' });
    expect(await add(dana, [bob.id, gone.id])).toMatchObject({ reason: 'adding_denied' });
    expect(await add(dana, [dana.id])).toMatchObject({ reason: 'already_members' });
    const shared = await write((work) => createChat(work, alice, { ...DRAFT, memberIds: [dana.id, bob.id] }));
    expect(await add(dana, [bob.id, gone.id])).toMatchObject({ value: [{ id: bob.id }] });
    expect(await store().read((work) => work.members.countOf(shared.id))).toBe(3);
  });

  it('leave when they like, but the owner only as the last one', async () => {
    const { alice, bob } = await write(insertPortal);
    const chat = await write((work) => createChat(work, alice, { ...DRAFT, memberIds: [bob.id] }));
    expect(await write((work) => leaveChat(work, alice, chat))).toMatchObject({ reason: 'owner_must_stay' });
    for (const user of [bob, alice])
      expect(await write((work) => leaveChat(work, user, chat))).toMatchObject({ ok: true });
    expect(await write((work) => leaveChat(work, bob, chat))).toMatchObject({ reason: 'user_not_member' });
    expect(await store().read((work) => linesOf(work, chat))).toContain('[USER=2 REPLACE]Bob[/USER] left the chat');
  });

  it('are taken out by the owner and the managers, and the owner by nobody', async () => {
    const { portalId, alice, bob, bot } = await write(insertPortal);
    const echo = await store().read((work) => userOf(work, bot));
    const carol = await write((work) => work.users.insertUser(person(portalId, 'Carol'), work.now));
    const chat = await write((work) => createChat(work, alice, { ...DRAFT, memberIds: [bob.id] }));
    await write((work) =>
      work.members.insertMember(
        { chatId: chat.id, userId: bot.id, isBot: true, role: 'manager', historyAfter: 0 },
        work.now,
      ),
    );
    const remove = (remover: User, userId: number) => write((work) => removeMember(work, remover, chat, userId));
    // To somebody outside, whom the chat belongs to is no answer.
    expect(await remove(carol, alice.id)).toMatchObject({ reason: 'removing_denied' });
    expect(await remove(bob, bot.id)).toMatchObject({ reason: 'removing_denied' });
    expect(await remove(echo, alice.id)).toMatchObject({ reason: 'owner_must_stay' });
    expect(await remove(echo, carol.id)).toMatchObject({ reason: 'user_not_member' });
    expect(await remove(echo, bob.id)).toMatchObject({ ok: true });
    expect(await remove(echo, echo.id)).toMatchObject({ ok: true });
    expect((await store().read((work) => linesOf(work, chat))).slice(1)).toEqual([
      `[USER=${echo.id} REPLACE]echo[/USER] removed [USER=2 REPLACE]Bob[/USER] from the chat`,
      `[USER=${echo.id} REPLACE]echo[/USER] left the chat`,
    ]);
  });

  it('who have read the newest line are known in their order, without the one who wrote it', async () => {
    const { alice, bob, bot, chat } = await write(insertPortal);
    for (const id of [alice.id, bob.id, bot.id]) {
      await write((work) =>
        work.members.insertMember(
          { chatId: chat.id, userId: id, isBot: id === bot.id, role: 'member', historyAfter: 0 },
          work.now,
        ),
      );
    }
    const line = await write((work) => insertText(work, chat, alice, 'hello'));
    for (const [after, id] of [bot.id, alice.id, bob.id].entries()) {
      await write((work) => work.readMarks.updateLastRead(chat.id, id, line.id, work.now + after));
    }
    await store().read(async (work) => {
      const seen = await seenBy(work, alice, chat);
      expect(seen.lastMessageReaders.map(({ userId }) => userId)).toEqual([bot.id, bob.id]);
      expect(seen).toMatchObject({ lastMessageId: line.id, messageCount: 1, unreadCount: 0, lastReadId: line.id });
    });
  });
});
