import { expect, it } from 'vitest';
import { onEachDatabase } from '../../../test/databases.ts';
import { group, insertPortal, insertText, join } from '../../../test/portal-in-store.ts';
import { likeMessage } from './like-message.ts';

onEachDatabase('a like', ({ write }) => {
  it('is given and taken back', () =>
    write(async (work) => {
      const { alice, chat } = await insertPortal(work);
      await join(work, chat, alice);
      const { id } = await insertText(work, chat, alice, 'first');
      expect(await likeMessage(work, alice, id, 'auto')).toMatchObject({ ok: true });
      expect(await likeMessage(work, alice, id, 'plus')).toMatchObject({ reason: 'without_changes' });
      expect(await likeMessage(work, alice, id, 'auto')).toMatchObject({ ok: true });
      expect(await likeMessage(work, alice, id, 'minus')).toMatchObject({ reason: 'without_changes' });
    }));

  it('takes a place in the chat: who looks into an open one has none', () =>
    write(async (work) => {
      const { alice, bob } = await insertPortal(work);
      const open = await work.chats.insertChat(group(alice.portalId, alice, { type: 'open' }), work.now);
      const { id } = await insertText(work, open, alice, 'for all to read');
      expect(await likeMessage(work, bob, id, 'plus')).toMatchObject({ reason: 'message_not_found' });
    }));

  it('is not for what was deleted', () =>
    write(async (work) => {
      const { alice, chat } = await insertPortal(work);
      await join(work, chat, alice);
      const message = await insertText(work, chat, alice, 'first');
      await work.messages.updateMessage({ ...message, text: '', deletedAt: work.now });
      expect(await likeMessage(work, alice, message.id, 'plus')).toMatchObject({ reason: 'message_not_found' });
    }));
});
