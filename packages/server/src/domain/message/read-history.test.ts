import { expect, it } from 'vitest';
import type { Reading, UnitOfWork } from '#storage/unit-of-work.ts';
import { onEachDatabase } from '../../../test/databases.ts';
import { insertPortal, insertText, join, person } from '../../../test/portal-in-store.ts';
import type { Chat } from '../chat/chat.ts';
import type { User } from '../user/user.ts';
import { type HistoryWindow, isUnread, readHistory } from './read-history.ts';

async function scene(work: UnitOfWork) {
  const { alice, bob, chat, portalId } = await insertPortal(work);
  await join(work, chat, alice);
  await join(work, chat, bob);
  return { alice, bob, chat, portalId };
}

async function read(work: Reading, viewer: User, chat: Chat, window: Partial<HistoryWindow> = {}) {
  const history = await readHistory(work, viewer, { kind: 'chat', chatId: chat.id }, { limit: 20, ...window });
  if (!history.ok) throw new Error(history.reason);
  return history.value;
}

const texts = ({ messages }: { messages: readonly { text: string }[] }) => messages.map(({ text }) => text);
const ids = ({ users }: { users: readonly { id: number }[] }) => users.map(({ id }) => id);

onEachDatabase('a history', ({ write }) => {
  it('is read from its newest line, and on from a line in either direction, always newest first', () =>
    write(async (work) => {
      const { alice, bob, chat } = await scene(work);
      const written = [];
      for (const text of ['one', 'two', 'three', 'four']) written.push(await insertText(work, chat, bob, text));
      const [, two, three] = written;
      expect(texts(await read(work, alice, chat, { limit: 2 }))).toEqual(['four', 'three']);
      expect(texts(await read(work, alice, chat, { beforeId: three?.id }))).toEqual(['two', 'one']);
      expect(texts(await read(work, alice, chat, { afterId: two?.id, limit: 1 }))).toEqual(['three']);
      expect(texts(await read(work, alice, chat, { afterId: two?.id, beforeId: two?.id }))).toEqual(['four', 'three']);
    }));

  it('ends for a member where their time in the chat began', () =>
    write(async (work) => {
      const { alice, bob, chat, portalId } = await scene(work);
      const before = await insertText(work, chat, alice, 'before');
      const carol = await work.users.insertUser(person(portalId, 'Carol'), work.now);
      await work.members.insertMember(
        { chatId: chat.id, userId: carol.id, isBot: false, role: 'member', historyAfter: before.id },
        work.now,
      );
      const first = await insertText(work, chat, bob, 'first');
      expect(texts(await read(work, carol, chat))).toEqual(['first']);
      expect(texts(await read(work, carol, chat, { beforeId: first.id }))).toEqual([]);
      expect(texts(await read(work, carol, chat, { afterId: 0 }))).toEqual(['first']);
      expect(texts(await read(work, carol, chat, { beforeId: before.id }))).toEqual([]);
    }));

  it('is read on from any number, whichever line has it or had it (R39)', () =>
    write(async (work) => {
      const { alice, chat } = await scene(work);
      const elsewhere = await work.chats.insertChat({ ...chat, title: 'Elsewhere' }, work.now);
      for (const text of ['3', '4']) await insertText(work, chat, alice, text);
      const line = await insertText(work, chat, alice, '5');
      for (const text of ['6', '7']) await insertText(work, chat, alice, text);
      await work.messages.deleteMessage(line);
      const gone = line.id;
      const foreign = (await insertText(work, elsewhere, alice, 'there')).id;
      await insertText(work, chat, alice, '8');
      expect(texts(await read(work, alice, chat, { afterId: gone }))).toEqual(['8', '7', '6']);
      expect(texts(await read(work, alice, chat, { beforeId: gone }))).toEqual(['4', '3']);
      expect(texts(await read(work, alice, chat, { beforeId: 999_999, limit: 2 }))).toEqual(['8', '7']);
      expect(texts(await read(work, alice, chat, { afterId: foreign }))).toEqual(['8']);
      expect(texts(await read(work, alice, chat, { afterId: 0, limit: 2 }))).toEqual(['4', '3']);
      expect(texts(await read(work, alice, chat, { afterId: 999_999 }))).toEqual([]);
    }));

  it('tells who wrote, who likes and who is named, but not who hides behind a line of the system', () =>
    write(async (work) => {
      const { alice, bob, chat, portalId } = await scene(work);
      const carol = await work.users.insertUser(person(portalId, 'Carol'), work.now);
      const eve = await work.users.insertUser(person(portalId, 'Eve'), work.now);
      const liked = await insertText(work, chat, alice, 'hello [USER=999]nobody[/USER]');
      await work.reactions.insertReaction(liked.id, bob.id, 'like', work.now);
      await insertText(work, chat, eve, `[USER=${carol.id} REPLACE]Carol[/USER] left the chat`, { isSystem: true });
      const history = await read(work, alice, chat);
      expect(ids(history)).toEqual([alice.id, bob.id, carol.id]);
      expect(history.likes.get(liked.id)).toEqual([bob.id]);
    }));

  it('tells a guest nothing of people whose name they only wrote', () =>
    write(async (work) => {
      const { alice, chat, portalId } = await scene(work);
      const carol = await work.users.insertUser(person(portalId, 'Carol'), work.now);
      const dana = await work.users.insertUser(person(portalId, 'Dana', { isExtranet: true }), work.now);
      await join(work, chat, dana);
      await insertText(work, chat, dana, `[USER=${carol.id}]who[/USER] and [USER=${alice.id}]who[/USER]`);
      expect(ids(await read(work, dana, chat))).toEqual([alice.id, dana.id]);
    }));

  it('marks as unread what others wrote after the last line that was read, and reads nothing by itself', () =>
    write(async (work) => {
      const { alice, bob, chat } = await scene(work);
      const seen = await insertText(work, chat, bob, 'read');
      await work.readMarks.updateLastRead(chat.id, alice.id, seen.id, work.now);
      await insertText(work, chat, alice, 'own');
      await insertText(work, chat, bob, 'unread');
      for (let i = 0; i < 2; i += 1) {
        const { messages, member } = await read(work, alice, chat);
        expect(messages.map((message) => isUnread(message, member))).toEqual([true, false, false]);
        expect(isUnread(messages[0] ?? seen, undefined)).toBe(false);
      }
    }));
});
