import { expect, it } from 'vitest';
import { onEachDatabase } from '../../../test/databases.ts';
import { group, insertPortal, insertText, join } from '../../../test/portal-in-store.ts';
import { markChatsRead } from './mark-read.ts';

onEachDatabase('all chats of somebody', (test) => {
  const { store, write } = test;

  it('are read so many at a time, and those of others stay as they are', async () => {
    const { portalId, alice, bob } = await write(insertPortal);
    const chatIds = await write(async (work) => {
      const made: number[] = [];
      for (let n = 1; n <= 5; n += 1) {
        const chat = await work.chats.insertChat(group(portalId, alice), work.now);
        for (const person of [alice, bob]) await join(work, chat, person);
        if (n < 5) await insertText(work, chat, alice, `line ${n}`);
        made.push(chat.id);
      }
      return made;
    });
    const steps: number[] = [];
    for (let read = 2; read === 2; ) {
      read = await write((work) => markChatsRead(work, bob, 2));
      steps.push(read);
    }
    expect(steps).toEqual([2, 2, 0]);
    await store().read(async (work) => {
      for (const chatId of chatIds)
        expect(await work.messages.countUnread(chatId, bob.id, await upTo(chatId, bob.id))).toBe(0);
      async function upTo(chatId: number, userId: number) {
        return (await work.members.findMember(chatId, userId))?.lastReadId ?? 0;
      }
      for (const chatId of chatIds.slice(0, 4)) expect(await upTo(chatId, alice.id)).toBe(0);
    });
  });
});
