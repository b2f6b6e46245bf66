import { describe, expect, it } from 'vitest';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { onEachDatabase } from '../../../test/databases.ts';
import { followChanges, pendingEvents } from '../../../test/outbox-of.ts';
import { insertBot, insertPortal, insertText, join } from '../../../test/portal-in-store.ts';
import { addMember } from '../chat/add-member.ts';
import type { Role } from '../chat/chat.ts';
import type { User } from '../user/user.ts';
import { CHANGE_WINDOW } from './access-changeable.ts';
import { deleteMessage } from './delete-message.ts';

async function remove(work: UnitOfWork, user: User, messageId: number, complete = false): Promise<boolean> {
  return (await deleteMessage(work, user, messageId, { complete })).ok;
}

/** A group where Alice has that role, and Bob has written. */
async function groupOf(work: UnitOfWork, role: Role) {
  const portal = await insertPortal(work);
  await addMember(work, portal.chat, portal.alice, role, 0);
  await join(work, portal.chat, portal.bob);
  return { ...portal, message: await insertText(work, portal.chat, portal.bob, 'first') };
}

onEachDatabase('a deleted message', (test) => {
  const { write, clock } = test;

  describe('who may delete it', () => {
    it.each([
      ['owner', true],
      ['manager', true],
      ['member', false],
    ] as const)('is %s of the group: %s', (role, may) =>
      write(async (work) => {
        const { alice, message } = await groupOf(work, role);
        expect(await remove(work, alice, message.id)).toBe(may);
      }),
    );

    it('is nobody after three days', async () => {
      const { bob, message } = await write((work) => groupOf(work, 'owner'));
      clock.advance(CHANGE_WINDOW + 1);
      expect(await write((work) => remove(work, bob, message.id))).toBe(false);
    });

    it('is nobody once it is a mark, but the mark can be taken out', () =>
      write(async (work) => {
        const { bob, message } = await groupOf(work, 'owner');
        expect(await remove(work, bob, message.id)).toBe(true);
        expect(await remove(work, bob, message.id)).toBe(false);
        expect(await remove(work, bob, message.id, true)).toBe(true);
        expect(await work.messages.findMessage(message.id)).toBeUndefined();
      }));
  });

  it('loses its text, its parts and its reactions, and keeps its place', () =>
    write(async (work) => {
      const { bob, alice, chat } = await groupOf(work, 'owner');
      const message = await insertText(work, chat, bob, 'secret', {
        params: { keyboard: { BUTTONS: [{ TEXT: 'press', LINK: '/' }] } },
      });
      await work.reactions.insertReaction(message.id, alice.id, 'like', work.now);
      await remove(work, bob, message.id);
      expect(await work.messages.findMessage(message.id)).toMatchObject({
        text: '',
        params: { isDeleted: true },
        deletedAt: work.now,
        seq: message.seq,
      });
      expect(await work.reactions.listBetween(chat.id, message.id, message.id)).toEqual(new Map());
    }));

  it('is told to a supervisor without its text', async () => {
    const bot = await write(async (work) => {
      const { bob, chat, application, portalId, message } = await groupOf(work, 'owner');
      const supervisor = await insertBot(work, portalId, application, 'supervisor', { type: 'supervisor' });
      await join(work, chat, supervisor, true);
      await followChanges(work, application.id);
      await remove(work, bob, message.id);
      await remove(work, bob, message.id, true);
      return supervisor;
    });
    expect(await pendingEvents(test, bot.id)).toMatchObject([
      { type: 'messageDeleted', userId: 2, message: { text: '', authorId: 2, createdAt: clock.now() } },
    ]);
  });

  it('is told to a bot that it mentioned, but not to one that wrote it, whoever deletes it (R16)', async () => {
    const [mentioned, author] = await write(async (work) => {
      const { alice, chat, application, portalId, bot } = await groupOf(work, 'owner');
      const other = await insertBot(work, portalId, application, 'other');
      for (const one of [bot, other]) await join(work, chat, one, true);
      await followChanges(work, application.id);
      const message = await insertText(work, chat, other, `[USER=${bot.id}]Echo[/USER], hello`);
      await remove(work, alice, message.id);
      return [bot, other];
    });
    expect((await pendingEvents(test, mentioned.id)).map(({ type }) => type)).toEqual(['messageDeleted']);
    expect(await pendingEvents(test, author.id)).toEqual([]);
  });

  it.each([[[1]], [[3]], [[2, 3]], [[3, 2]], [[3, 1]], [[1, 3, 2]], [[2, 1, 3]]])(
    'leaves the right number of messages when %s of three go completely',
    (order) =>
      write(async (work) => {
        const { bob, chat, message } = await groupOf(work, 'member');
        const ids = [
          message.id,
          (await insertText(work, chat, bob, 'second')).id,
          (await insertText(work, chat, bob, 'third')).id,
        ];
        for (const place of order) await remove(work, bob, ids[place - 1] ?? 0, true);
        const count = async () =>
          ((await work.messages.findLast(chat.id))?.seq ?? 0) -
          ((await work.chats.findChat(chat.id))?.removedCount ?? 0);
        expect(await count()).toBe(3 - order.length);
        await insertText(work, chat, bob, 'one more');
        expect(await count()).toBe(4 - order.length);
      }),
  );
});
