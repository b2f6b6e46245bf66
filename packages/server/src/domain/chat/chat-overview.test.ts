import { expect, it } from 'vitest';
import type { Reading } from '#storage/unit-of-work.ts';
import { onEachDatabase } from '../../../test/databases.ts';
import { insertPortal, insertText, join } from '../../../test/portal-in-store.ts';
import { isUnread, readHistory } from '../message/read-history.ts';
import type { User } from '../user/user.ts';
import { accessDialog } from './access-chat.ts';
import type { Chat } from './chat.ts';
import { overviewOf } from './chat-overview.ts';
import { renameChat } from './rename-chat.ts';

async function overview(work: Reading, viewer: User, { id }: Chat) {
  const view = await accessDialog(work, viewer, { kind: 'chat', chatId: id });
  if (!view.ok) throw new Error(view.reason);
  return overviewOf(work, viewer, view.value);
}

onEachDatabase('what is unread in a chat', ({ write }) => {
  it('is what others wrote, and never a line of the portal itself (G6)', () =>
    write(async (work) => {
      const { alice, bob, chat } = await insertPortal(work);
      for (const user of [alice, bob]) await join(work, chat, user);
      await renameChat(work, bob, chat.id, 'Plans');
      expect(await overview(work, alice, chat)).toMatchObject({ unreadCount: 0, firstUnreadId: 0 });
      const first = await insertText(work, chat, bob, 'first');
      await renameChat(work, bob, chat.id, 'More plans');
      await insertText(work, chat, bob, 'second');
      expect(await overview(work, alice, chat)).toMatchObject({ unreadCount: 2, firstUnreadId: first.id });
      expect(await overview(work, bob, chat)).toMatchObject({ unreadCount: 0, firstUnreadId: 0 });
      const history = await readHistory(work, alice, { kind: 'chat', chatId: chat.id }, { limit: 10 });
      if (!history.ok) throw new Error(history.reason);
      const { messages, member } = history.value;
      expect(messages.map((message) => isUnread(message, member))).toEqual([true, false, true, false]);
    }));

  it('ends with the line that was read last', () =>
    write(async (work) => {
      const { alice, bob, chat } = await insertPortal(work);
      for (const user of [alice, bob]) await join(work, chat, user);
      const read = await insertText(work, chat, bob, 'read');
      const next = await insertText(work, chat, bob, 'next');
      await work.readMarks.updateLastRead(chat.id, alice.id, read.id, work.now);
      expect(await overview(work, alice, chat)).toMatchObject({
        unreadCount: 1,
        firstUnreadId: next.id,
        lastReadId: read.id,
      });
    }));
});
