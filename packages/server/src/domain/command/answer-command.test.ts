import { expect, it } from 'vitest';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { onEachDatabase } from '../../../test/databases.ts';
import { followChanges, pendingEvents } from '../../../test/outbox-of.ts';
import { insertBot, insertPortal, join } from '../../../test/portal-in-store.ts';
import { userOf } from '../bot/access-bot.ts';
import type { Bot } from '../bot/bot.ts';
import { editMessage } from '../message/edit-message.ts';
import { sendMessage } from '../message/send-message.ts';
import { accessNamedCommand } from './access-command.ts';
import { answerCommand } from './answer-command.ts';
import type { Command } from './command.ts';
import { registerCommand } from './register-command.ts';

async function register(work: UnitOfWork, bot: Bot, isCommon: boolean): Promise<Command> {
  const registered = await registerCommand(work, bot, {
    name: 'echo',
    handlerUrl: 'http://127.0.0.1:9/',
    titles: [],
    isCommon,
    isHidden: false,
    isExtranet: false,
  });
  if (!registered.ok) throw new Error('refused');
  return registered.value;
}

/** Alice calls `/echo` in the group. */
async function called(work: UnitOfWork, isCommon: boolean) {
  const portal = await insertPortal(work);
  const command = await register(work, portal.bot, isCommon);
  await join(work, portal.chat, portal.alice);
  const call = async () => {
    const sent = await sendMessage(
      work,
      portal.alice,
      { kind: 'chat', chatId: portal.chat.id },
      { text: '/echo hello', params: {} },
    );
    if (!sent.ok) throw new Error(sent.reason);
    return sent.value;
  };
  return { ...portal, command, call };
}

const content = { text: 'hello', params: {} };

onEachDatabase('an answer to a command', (test) => {
  const { write } = test;
  it('comes from the bot where it is a member, as any message', () =>
    write(async (work) => {
      const { bot, chat, command, call } = await called(work, false);
      await join(work, chat, bot, true);
      expect(await answerCommand(work, { command, bot }, (await call()).id, content)).toMatchObject({
        value: { chatId: chat.id, authorId: bot.id, text: 'hello', isSystem: false },
      });
    }));

  it('is a line that names the bot where it is none (R27)', () =>
    write(async (work) => {
      const { bot, command, call } = await called(work, true);
      expect(await answerCommand(work, { command, bot }, (await call()).id, content)).toMatchObject({
        value: { text: `[USER=${bot.id}]echo[/USER]: hello`, isSystem: true },
      });
    }));

  it('is not heard by the bot that the person was speaking to, nor is a change of it', async () => {
    const told = await write(async (work) => {
      const { alice, bot, portalId, application } = await insertPortal(work);
      const command = await register(work, bot, true);
      const other = await insertBot(work, portalId, application, 'other');
      await followChanges(work, application.id);
      const sent = await sendMessage(work, alice, { kind: 'user', userId: other.id }, { text: '/echo', params: {} });
      if (!sent.ok) throw new Error(sent.reason);
      const answered = await answerCommand(work, { command, bot }, sent.value.id, content);
      if (!answered.ok) throw new Error(answered.reason);
      const author = await userOf(work, bot);
      expect(await editMessage(work, author, answered.value.id, { text: 'hello again' })).toMatchObject({ ok: true });
      return other.id;
    });
    expect((await pendingEvents(test, told)).map(({ type }) => type)).toEqual(['botJoinedChat', 'messageAdded']);
  });

  it('needs a call: knowing the message is not enough (R28)', () =>
    write(async (work) => {
      const { bot, command, call } = await called(work, false);
      expect(await answerCommand(work, { command, bot }, (await call()).id, content)).toMatchObject({
        reason: 'not_invoked',
      });
    }));

  it('finds its command by name: that of the bot which was called, of several', () =>
    write(async (work) => {
      const { alice, chat, application, portalId, bot, call } = await called(work, false);
      const second = await insertBot(work, portalId, application, 'second');
      await register(work, second, false);
      await join(work, chat, second, true);
      const caller = {
        portal: {
          id: portalId,
          memberId: '',
          language: 'en',
          isClosed: false,
          plan: 'commercial' as const,
          webhookMakers: 'everybody' as const,
        },
        user: alice,
        application: undefined,
        botToken: undefined,
        clientId: application.clientId,
      };
      const found = async (botId?: number) =>
        accessNamedCommand(work, caller, { name: 'ECHO', botId, calledBy: (await call()).id });
      expect(await found()).toMatchObject({ value: { bot: { id: second.id } } });
      expect(await found(bot.id)).toMatchObject({ value: { bot: { id: bot.id } } });
      expect(
        await accessNamedCommand(
          work,
          { ...caller, clientId: 'another' },
          { name: 'echo', botId: bot.id, calledBy: undefined },
        ),
      ).toMatchObject({ reason: 'command_of_another_app' });
      expect(
        await accessNamedCommand(
          work,
          { ...caller, clientId: 'another' },
          { name: 'echo', botId: undefined, calledBy: undefined },
        ),
      ).toMatchObject({ reason: 'command_not_found' });
    }));
});
