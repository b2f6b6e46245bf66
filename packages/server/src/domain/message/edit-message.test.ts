import { describe, expect, it } from 'vitest';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { onEachDatabase } from '../../../test/databases.ts';
import { followChanges, pendingEvents } from '../../../test/outbox-of.ts';
import { insertBot, insertPortal, insertText, join, type PortalInStore } from '../../../test/portal-in-store.ts';
import { userOf } from '../bot/access-bot.ts';
import type { BotType } from '../bot/bot.ts';
import { openPrivateChat } from '../chat/open-private-chat.ts';
import type { User } from '../user/user.ts';
import { CHANGE_WINDOW } from './access-changeable.ts';
import { accessEditable, editMessage, type MessageChange } from './edit-message.ts';
import type { Message } from './message.ts';

async function edit(
  work: UnitOfWork,
  editor: User,
  message: Message,
  change: MessageChange,
): Promise<Message | undefined> {
  const edited = await editMessage(work, editor, message.id, change);
  return !edited.ok ? undefined : work.messages.findMessage(message.id);
}

/** Alice's message in a group with a bot of that type, and what the bot is told when its text becomes another. */
async function editInGroup(
  work: UnitOfWork,
  portal: PortalInStore,
  type: BotType,
  text: string,
  isFollowing = true,
): Promise<number> {
  const { alice, application, chat, portalId } = portal;
  const bot = await insertBot(work, portalId, application, `bot ${type}`, { type });
  if (isFollowing) await followChanges(work, application.id);
  await join(work, chat, alice);
  await join(work, chat, bot, true);
  const message = await insertText(work, chat, alice, 'first');
  await edit(work, alice, message, { text: text.replace('BOT', `[USER=${bot.id}]Bot[/USER]`) });
  return bot.id;
}

onEachDatabase('an edited message', (test) => {
  const { write, clock } = test;

  describe('who may edit it', () => {
    it('is its author, for three days, while it is there', async () => {
      const { alice, bob, message } = await write(async (work) => {
        const portal = await insertPortal(work);
        await join(work, portal.chat, portal.alice);
        await join(work, portal.chat, portal.bob);
        return { ...portal, message: await insertText(work, portal.chat, portal.alice, 'first') };
      });
      const mayEdit = (user: User) => write(async (work) => (await accessEditable(work, user, message.id)).ok);
      expect([await mayEdit(alice), await mayEdit(bob)]).toEqual([true, false]);
      clock.advance(CHANGE_WINDOW);
      expect(await mayEdit(alice)).toBe(true);
      clock.advance(1);
      expect(await mayEdit(alice)).toBe(false);
    });

    it('is nobody who has left the chat', () =>
      write(async (work) => {
        const { alice, chat } = await insertPortal(work);
        const message = await insertText(work, chat, alice, 'first');
        expect(await edit(work, alice, message, { text: 'second' })).toBeUndefined();
      }));

    it('is a bot from outside that answered there, and it stays named (R27)', () =>
      write(async (work) => {
        const { bot, chat } = await insertPortal(work);
        const author = await userOf(work, bot);
        const answer = await insertText(work, chat, author, 'working ...', { isSystem: true });
        expect(await edit(work, author, answer, { text: 'done' })).toMatchObject({
          text: `[USER=${bot.id}]echo[/USER]: done`,
        });
      }));
  });

  describe('what changes', () => {
    const written = async (work: UnitOfWork) => {
      const { alice, chat } = await insertPortal(work);
      await join(work, chat, alice);
      const message = await insertText(work, chat, alice, 'first', {
        params: { attach: [{ BLOCKS: [{ MESSAGE: 'card' }] }], urlPreview: false },
      });
      return { alice, message };
    };

    it('is only what is given', () =>
      write(async (work) => {
        const { alice, message } = await written(work);
        const keyboard = { BUTTONS: [{ TEXT: 'press', LINK: '/' }] };
        expect(await edit(work, alice, message, { keyboard })).toMatchObject({
          text: 'first',
          params: { ...message.params, keyboard },
          editedAt: null,
        });
        expect((await edit(work, alice, message, { attach: null, keyboard: null, urlPreview: true }))?.params).toEqual({
          isEdited: true,
        });
      }));

    it('shows as an edit when the text is another, also when an attachment alone would not', () =>
      write(async (work) => {
        const { alice, message } = await written(work);
        expect(await edit(work, alice, message, { attach: null, marksEdit: false })).toMatchObject({
          params: { urlPreview: false },
          editedAt: null,
        });
        expect(await edit(work, alice, message, { text: 'second', marksEdit: false })).toMatchObject({
          params: { isEdited: true },
          editedAt: work.now,
        });
      }));

    it('is deleted when its text is to be empty', () =>
      write(async (work) => {
        const { alice, message } = await written(work);
        expect(await edit(work, alice, message, { text: '' })).toMatchObject({
          text: '',
          params: { isDeleted: true },
          deletedAt: work.now,
        });
        expect(await edit(work, alice, message, { text: 'back again' })).toBeUndefined();
      }));

    it('is cut when it is too long', () =>
      write(async (work) => {
        const { alice, message } = await written(work);
        expect((await edit(work, alice, message, { text: 'x'.repeat(20_001) }))?.text).toMatch(/^x{20000} \(\.\.\.\)$/);
      }));

    it('is measured in characters, however many units an emoji is stored in', () =>
      write(async (work) => {
        const { alice, message } = await written(work);
        expect((await edit(work, alice, message, { text: '👋'.repeat(20_000) }))?.text).toBe('👋'.repeat(20_000));
        expect((await edit(work, alice, message, { text: '👋'.repeat(20_001) }))?.text).toMatch(
          /^👋{20000} \(\.\.\.\)$/u,
        );
      }));
  });

  describe('the bots that are told (R17)', () => {
    const toldInGroup = async (type: BotType, text: string, isFollowing?: boolean) => {
      const botId = await write(async (work) => editInGroup(work, await insertPortal(work), type, text, isFollowing));
      return (await pendingEvents(test, botId)).map(({ type: told }) => told);
    };

    it('include one that the new text mentions', async () => {
      expect(await toldInGroup('bot', 'BOT, second')).toEqual(['messageChanged']);
    });
    it('leave out one that it does not mention', async () => {
      expect(await toldInGroup('human', 'second')).toEqual([]);
    });
    it('include every supervisor', async () => {
      expect(await toldInGroup('supervisor', 'second')).toEqual(['messageChanged']);
    });
    it('leave out one whose application does not follow changes', async () => {
      expect(await toldInGroup('supervisor', 'BOT, second', false)).toEqual([]);
    });
    it('leave out all when nothing has changed', async () => {
      expect(await toldInGroup('supervisor', 'first')).toEqual([]);
    });

    it('include one in a private chat, but not with what it edits itself (R16)', async () => {
      const bot = await write(async (work) => {
        const portal = await insertPortal(work);
        await followChanges(work, portal.application.id);
        const chat = await openPrivateChat(work, portal.alice, portal.bot.id);
        if (!chat.ok) throw new Error(chat.reason);
        const author = await userOf(work, portal.bot);
        await edit(work, author, await insertText(work, chat.value, author, 'its own'), { text: 'its own, edited' });
        await edit(work, portal.alice, await insertText(work, chat.value, portal.alice, 'first'), { text: 'second' });
        return portal.bot;
      });
      expect((await pendingEvents(test, bot.id)).slice(1)).toMatchObject([
        { type: 'messageChanged', userId: 1, message: { text: 'second', authorId: 1 } },
      ]);
    });
  });
});
