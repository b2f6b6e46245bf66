import { expect, it } from 'vitest';
import { onEachDatabase } from '../../../test/databases.ts';
import { insertPortal, insertText } from '../../../test/portal-in-store.ts';

onEachDatabase('the message store', ({ store, write }) => {
  it('gives a message back with everything it carries', async () => {
    const { chat, alice } = await write(insertPortal);
    const more = { uuid: 'u', replyToId: 3, isSystem: true, params: { urlPreview: false, code: 'joined' } } as const;
    const sent = await write((work) => insertText(work, chat, alice, 'Grüße 👋', more));
    expect(await store().read((work) => work.messages.findMessage(sent.id))).toEqual(sent);
    expect(sent).toMatchObject({
      ...more,
      text: 'Grüße 👋',
      seq: 1,
      authorId: alice.id,
      editedAt: null,
      deletedAt: null,
    });
  });

  it('pages through a chat in both directions, within what the reader may see', async () => {
    const { chat, alice } = await write(insertPortal);
    const sent = await write(async (work) => {
      const messages = [];
      for (const text of ['a', 'b', 'c', 'd', 'e']) messages.push(await insertText(work, chat, alice, text));
      return messages;
    });
    const id = (index: number) => sent[index]?.id ?? 0;
    const texts = (messages: readonly { text: string }[]) => messages.map(({ text }) => text).join('');
    await store().read(async (work) => {
      expect(texts(await work.messages.listNewest(chat.id, 0, 2))).toBe('ed');
      expect(texts(await work.messages.listNewest(chat.id, id(2), 10))).toBe('ed');
      expect(texts(await work.messages.listOlder(chat.id, 0, id(3), 2))).toBe('cb');
      expect(texts(await work.messages.listOlder(chat.id, id(0), id(3), 10))).toBe('cb');
      expect(texts(await work.messages.listNewer(chat.id, id(1), 2))).toBe('dc');
      expect(await work.messages.findLast(chat.id)).toMatchObject({ id: id(4), seq: 5 });
    });
  });

  it('knows the newest line of a chat, of which lines are taken out', async () => {
    const { chat, alice } = await write(insertPortal);
    const newest = () => write(async (work) => (await work.messages.lockLast(chat.id))?.seq);
    expect(await newest()).toBeUndefined();
    await write((work) => insertText(work, chat, alice, 'first'));
    const second = await write((work) => insertText(work, chat, alice, 'second'));
    expect(await newest()).toBe(2);
    await write((work) => work.messages.deleteMessage(second));
    expect(await newest()).toBe(1);
    await write((work) => work.messages.deleteOldest(chat.id, 10));
    expect(await newest()).toBeUndefined();
  });

  it('counts what others wrote after a message', async () => {
    const { chat, alice, bob } = await write(insertPortal);
    const sent = await write(async (work) => {
      const read = await insertText(work, chat, bob, 'read');
      await insertText(work, chat, alice, 'my own');
      await insertText(work, chat, { id: 0 }, 'by the portal itself');
      const unread = await insertText(work, chat, bob, 'unread');
      await insertText(work, chat, bob, 'unread, too');
      return { read, unread };
    });
    await store().read(async (work) => {
      expect(await work.messages.countUnread(chat.id, alice.id, sent.read.id)).toBe(2);
      expect(await work.messages.findFirstUnread(chat.id, alice.id, sent.read.id)).toBe(sent.unread.id);
      expect(await work.messages.countUnread(chat.id, alice.id, 1000)).toBe(0);
      expect(await work.messages.findFirstUnread(chat.id, alice.id, 1000)).toBeUndefined();
    });
  });

  it('changes and deletes messages', async () => {
    const { chat, alice } = await write(insertPortal);
    const sent = await write((work) => insertText(work, chat, alice, 'before', { params: { urlPreview: false } }));
    const changed = { ...sent, text: 'after', params: {}, editedAt: 5, deletedAt: 6 };
    await write((work) => work.messages.updateMessage(changed));
    expect(await store().read((work) => work.messages.findMessage(sent.id))).toEqual(changed);
    await write((work) => work.messages.deleteMessage(sent));
    expect(await store().read((work) => work.messages.findMessage(sent.id))).toBeUndefined();
    await write((work) => insertText(work, chat, alice, 'again'));
    await write((work) => work.messages.deleteOldest(chat.id, 10));
    expect(await store().read((work) => work.messages.listNewest(chat.id, 0, 10))).toEqual([]);
  });
});
