import { expect, it } from 'vitest';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { onEachDatabase } from '../../../test/databases.ts';
import { insertBot, insertPortal } from '../../../test/portal-in-store.ts';
import { userOf } from '../bot/access-bot.ts';
import { sendBetween } from './send-between.ts';

const content = { text: 'hello', params: {} };

async function scene(work: UnitOfWork) {
  const portal = await insertPortal(work);
  return { ...portal, author: await userOf(work, portal.bot) };
}

onEachDatabase('a line between two users', ({ write }) => {
  it('goes into the private chat of two people as a line that names the bot', () =>
    write(async (work) => {
      const { alice, bob, author, portalId } = await scene(work);
      const sent = await sendBetween(work, author, alice.id, bob.id, content);
      const chat = await work.chats.findPrivate(portalId, alice.id, bob.id);
      expect(sent).toMatchObject({
        ok: true,
        value: { chatId: chat?.id, isSystem: true, text: `[USER=${author.id}]echo[/USER]: hello` },
      });
    }));

  it('goes into the chat of the bot itself, in either direction, without naming it', () =>
    write(async (work) => {
      const { alice, author } = await scene(work);
      for (const [from, to] of [
        [alice.id, author.id],
        [author.id, alice.id],
      ] as const) {
        expect(await sendBetween(work, author, from, to, content)).toMatchObject({
          ok: true,
          value: { isSystem: true, text: 'hello' },
        });
      }
    }));

  it('brings nobody into touch with the bot of another', () =>
    write(async (work) => {
      const { alice, author, portalId, application } = await scene(work);
      const other = await insertBot(work, portalId, application, 'other');
      for (const [from, to] of [
        [alice.id, other.id],
        [other.id, alice.id],
      ] as const) {
        expect(await sendBetween(work, author, from, to, content)).toMatchObject({
          ok: false,
          reason: 'user_not_found',
        });
      }
    }));

  it('needs two users that are there', () =>
    write(async (work) => {
      const { alice, author } = await scene(work);
      for (const [from, to] of [
        [alice.id, 999],
        [999, alice.id],
        [alice.id, alice.id],
      ] as const) {
        expect(await sendBetween(work, author, from, to, content)).toMatchObject({
          ok: false,
          reason: 'user_not_found',
        });
      }
    }));
});
