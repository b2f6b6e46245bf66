import { expect, it } from 'vitest';
import { onEachDatabase } from '../../../test/databases.ts';
import { insertPortal } from '../../../test/portal-in-store.ts';

const template = { chatId: 5, authorId: 1, uuid: '11111111-2222-4333-8444-555555555555' };

onEachDatabase('the store of names that messages were given', ({ store, write }) => {
  it('knows a message by the chat, the author and the name', async () => {
    await write((work) => work.messageTemplates.insertTemplate(template, 7));
    const find = (more: Partial<typeof template>) =>
      store().read((work) => work.messageTemplates.findTemplate({ ...template, ...more }));
    expect(await find({})).toBe(7);
    expect(await find({ chatId: 6 })).toBeUndefined();
    expect(await find({ authorId: 2 })).toBeUndefined();
  });

  it('gives a name to the message that had it last', async () => {
    await write((work) => work.messageTemplates.insertTemplate(template, 7));
    await write((work) => work.messageTemplates.insertTemplate(template, 8));
    expect(await store().read((work) => work.messageTemplates.findTemplate(template))).toBe(8);
  });

  it('forgets those of messages that go', async () => {
    const named = await write(async (work) => {
      const { chat, alice } = await insertPortal(work);
      const draft = { chatId: chat.id, authorId: alice.id, text: '', isSystem: false, replyToId: null, params: {} };
      const message = await work.messages.insertMessage({ ...draft, uuid: template.uuid }, 1, work.now);
      const one = { chatId: chat.id, authorId: alice.id, uuid: template.uuid };
      await work.messageTemplates.insertTemplate(one, message.id);
      await work.messageTemplates.deleteOfOldest(chat.id, 1);
      return one;
    });
    expect(await store().read((work) => work.messageTemplates.findTemplate(named))).toBeUndefined();
  });
});
