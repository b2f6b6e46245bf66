import { expect, it } from 'vitest';
import { onEachDatabase } from '../../../test/databases.ts';
import { group, insertPortal, insertText, join } from '../../../test/portal-in-store.ts';
import { keepImage } from '../image.ts';
import { emptyLeftovers } from '../leftover/leave-behind.ts';
import { accessChat } from './access-chat.ts';
import { openPrivateChat } from './open-private-chat.ts';
import { removeChat } from './remove-chat.ts';

onEachDatabase('a chat that is removed', ({ store, write }) => {
  it('is seen by nobody at once, and its messages go in steps', async () => {
    const { alice, chat, lastId, avatar } = await write(async (work) => {
      const { alice, bob, bot, portalId } = await insertPortal(work);
      const picture = { content: Uint8Array.of(1), extension: 'png', mediaType: 'image/png' };
      const avatar = await keepImage(work, portalId, picture);
      const draft = group(portalId, alice, {
        type: 'open',
        avatar,
        entity: { type: 'X', id: '1', data: ['', '', ''] },
      });
      const chat = await work.chats.insertChat(draft, work.now);
      for (const member of [alice, bob]) await join(work, chat, member);
      let lastId = 0;
      for (let n = 0; n < 300; n += 1) {
        lastId = (await insertText(work, chat, alice, `line ${n}`)).id;
        await work.reactions.insertReaction(lastId, bob.id, 'like', work.now);
        const call = { messageId: lastId, commandId: 30, botId: bot.id, chatId: chat.id, userId: alice.id };
        await work.invocations.insertInvocation(call, work.now);
      }
      return { alice, chat, lastId, avatar };
    });
    expect(await write((work) => removeChat(work, chat))).toMatchObject({ ok: true });
    const seen = () =>
      store().read(async (work) => ({
        access: await accessChat(work, alice, chat.id),
        ofEntity: await work.chats.listOfEntity(chat.portalId, 'X', '1'),
        members: await work.members.countOf(chat.id),
        image: await work.images.findImage(avatar),
      }));
    const nothing = {
      access: { ok: false, reason: 'chat_not_found' },
      ofEntity: [],
      members: 0,
      image: undefined,
    };
    expect(await seen()).toEqual(nothing);
    const rest = () =>
      store().read(async (work) => [
        await work.messages.findMessage(lastId),
        await work.invocations.findInvocation(lastId, 30),
      ]);
    expect(await rest()).toMatchObject([{ id: lastId }, { commandId: 30 }]);
    expect(await write((work) => removeChat(work, chat))).toMatchObject({ reason: 'chat_gone' });
    while ((await write((work) => emptyLeftovers(work, 100))) === 100);
    expect(await rest()).toEqual([undefined, undefined]);
    expect(await seen()).toEqual(nothing);
    expect(await store().readWith((session) => session.query((db) => db.selectFrom('reaction').selectAll()))).toEqual(
      [],
    );
    expect(
      await store().readWith((session) =>
        session.query((db) => db.selectFrom('chat').select('id').where('id', '=', chat.id)),
      ),
    ).toEqual([]);
  });

  it('is followed by another one where two talk to each other again', async () => {
    const { alice, bot, opened } = await write(async (work) => {
      const { alice, bot } = await insertPortal(work);
      const opened = await openPrivateChat(work, alice, bot.id);
      if (!opened.ok) throw new Error(opened.reason);
      for (let n = 0; n < 300; n += 1) await insertText(work, opened.value, alice, `line ${n}`);
      return { alice, bot, opened: opened.value };
    });
    await write((work) => removeChat(work, opened));
    const again = await write((work) => openPrivateChat(work, alice, bot.id));
    expect(again).toMatchObject({ ok: true });
    expect(again.ok && again.value.id).not.toBe(opened.id);
  });
});
