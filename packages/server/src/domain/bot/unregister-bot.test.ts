import { expect, it } from 'vitest';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { onEachDatabase } from '../../../test/databases.ts';
import { followChanges, pendingEvents } from '../../../test/outbox-of.ts';
import { insertBot, insertPortal, insertText, join } from '../../../test/portal-in-store.ts';
import { bindHandlers } from '../application/bind-handlers.ts';
import { registerCommand } from '../command/register-command.ts';
import { emptyLeftovers } from '../leftover/leave-behind.ts';
import { sendMessage } from '../message/send-message.ts';
import { userOf } from './access-bot.ts';
import { unregisterBot } from './unregister-bot.ts';

/** A bot with a command, in a group, with whom Alice has spoken. */
async function livingBot(work: UnitOfWork) {
  const portal = await insertPortal(work);
  const { alice, bot, chat, application } = portal;
  await join(work, chat, alice);
  await work.members.updateRole(chat.id, alice.id, 'owner');
  await join(work, chat, bot, true);
  await registerCommand(work, bot, {
    name: 'echo',
    handlerUrl: 'http://127.0.0.1:9/',
    titles: [],
    isCommon: true,
    isHidden: false,
    isExtranet: false,
  });
  await bindHandlers(work, application.id, { messageAdded: 'http://127.0.0.1:9/', botDeleted: 'http://127.0.0.1:9/' });
  await followChanges(work, application.id);
  const line = await insertText(work, chat, await userOf(work, bot), 'in the group');
  const sent = await sendMessage(work, alice, { kind: 'user', userId: bot.id }, { text: '/echo hello', params: {} });
  if (!sent.ok) throw new Error(sent.reason);
  await work.reactions.insertReaction(sent.value.id, alice.id, 'like', work.now);
  return { ...portal, line, privateMessage: sent.value };
}

onEachDatabase('a bot that is unregistered (R15)', (test) => {
  const { write } = test;

  it('loses its private chats and its commands', () =>
    write(async (work) => {
      const { alice, bot, portalId, chat, privateMessage } = await livingBot(work);
      await unregisterBot(work, bot, alice);
      expect(await work.chats.findPrivate(portalId, alice.id, bot.id)).toBeUndefined();
      expect(await work.messages.findMessage(privateMessage.id)).toBeUndefined();
      expect(await work.commands.listCallableIn(portalId, chat.id)).toEqual([]);
    }));

  it('leaves its groups, where its messages stay under its name', () =>
    write(async (work) => {
      const { alice, bot, chat, line } = await livingBot(work);
      await unregisterBot(work, bot, alice);
      expect(await work.members.findMember(chat.id, bot.id)).toBeUndefined();
      expect(await work.messages.findMessage(line.id)).toEqual(line);
      expect(await work.users.findUser(bot.id)).toMatchObject({ name: 'echo', isActive: false });
      const [farewell] = await work.messages.listNewest(chat.id, 0, 1);
      expect(farewell).toMatchObject({ authorId: 0, params: { code: 'left' } });
    }));

  it('leaves a group that it owned to a person there', async () => {
    const { alice, bot, chat } = await write(livingBot);
    await write(async (work) => {
      await work.members.updateRole(chat.id, alice.id, 'member');
      await work.members.updateRole(chat.id, bot.id, 'owner');
      await work.chats.updateOwner(chat.id, bot.id);
    });
    await write((work) => unregisterBot(work, bot, alice));
    await write((work) => emptyLeftovers(work, 1_000));
    await write(async (work) => {
      expect(await work.members.findMember(chat.id, alice.id)).toMatchObject({ role: 'owner' });
      expect(await work.chats.findChat(chat.id)).toMatchObject({ ownerId: alice.id });
    });
  });

  it('is told of that and of nothing else any more', async () => {
    const { bot } = await write(livingBot);
    expect((await pendingEvents(test, bot.id)).map(({ type }) => type)).toEqual(['botJoinedChat', 'commandInvoked']);
    await write(async (work) => unregisterBot(work, bot, { ...(await userOf(work, bot)), id: 1 }));
    expect(await pendingEvents(test, bot.id)).toEqual([{ type: 'botDeleted', userId: 1, code: 'echo' }]);
  });

  it('is not found any more, and its code is free', () =>
    write(async (work) => {
      const { alice, bot, portalId, application } = await livingBot(work);
      await unregisterBot(work, bot, alice);
      expect(await work.bots.findBot(bot.id)).toBeUndefined();
      expect(await work.bots.listVisible(portalId)).toEqual([]);
      expect(
        await sendMessage(work, alice, { kind: 'user', userId: bot.id }, { text: 'hello?', params: {} }),
      ).toMatchObject({ reason: 'user_not_found' });
      expect((await insertBot(work, portalId, application, 'echo')).id).not.toBe(bot.id);
    }));

  it('leaves its handlers to the other bots of its application, but none to those that come after the last', () =>
    write(async (work) => {
      const { alice, bot, portalId, application } = await livingBot(work);
      const other = await insertBot(work, portalId, application, 'other');
      const bound = async () =>
        [
          await work.handlers.findBound(application.id, 'messageChanged'),
          await work.handlers.findBound(application.id, 'botDeleted'),
        ].map(Boolean);
      await unregisterBot(work, bot, alice);
      expect(await bound()).toEqual([true, true]);
      await unregisterBot(work, other, alice);
      expect(await bound()).toEqual([false, true]);
    }));
});
