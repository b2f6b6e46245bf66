import { expect, it } from 'vitest';
import { onEachDatabase } from '../../../test/databases.ts';
import { pendingEvents } from '../../../test/outbox-of.ts';
import { group, insertPortal, join } from '../../../test/portal-in-store.ts';
import type { User } from '../user/user.ts';
import { type Chat, NO_ENTITY } from './chat.ts';
import { CRM_RECORD, WORKGROUP } from './entity-types.ts';
import { renameChat } from './rename-chat.ts';

onEachDatabase('the title of a chat', (test) => {
  const { store, write } = test;
  const rename = (user: User, { id }: Chat, title: string) => write((work) => renameChat(work, user, id, title));

  it('is changed by any member, which one line of the system says and no bot is told', async () => {
    const { alice, bob, bot, chat } = await write(insertPortal);
    await write(async (work) => {
      for (const user of [alice, bob]) await join(work, chat, user);
      await join(work, chat, bot, true);
    });
    for (const title of ['Plans', 'Plans']) expect(await rename(bob, chat, title)).toMatchObject({ ok: true });
    await store().read(async (work) => {
      expect(await work.chats.findChat(chat.id)).toEqual({ ...chat, title: 'Plans' });
      expect(await work.messages.listNewest(chat.id, 0, 10)).toMatchObject([
        { authorId: 0, isSystem: true, text: '[USER=2 REPLACE]Bob[/USER] changed the title of the chat to "Plans"' },
      ]);
    });
    expect(await pendingEvents(test, bot.id)).toEqual([]);
  });

  it('stays as it is where somebody else gives it, and for those who are not in the chat', async () => {
    const { portalId, alice, bob } = await write(insertPortal);
    for (const type of [CRM_RECORD, WORKGROUP]) {
      const chat = await write(async (work) => {
        const entity = { ...NO_ENTITY, type, id: '7' };
        const made = await work.chats.insertChat(group(portalId, alice, { type: 'open', entity }), work.now);
        await join(work, made, alice);
        return made;
      });
      expect(await rename(alice, chat, 'Plans')).toMatchObject({ reason: 'renaming_forbidden' });
      expect(await rename(bob, chat, 'Plans')).toMatchObject({ reason: 'chat_unavailable' });
      expect(await store().read((work) => work.chats.findChat(chat.id))).toEqual(chat);
    }
  });
});
