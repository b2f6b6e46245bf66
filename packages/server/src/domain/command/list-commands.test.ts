import { expect, it } from 'vitest';
import type { Reading, UnitOfWork } from '#storage/unit-of-work.ts';
import { onEachDatabase } from '../../../test/databases.ts';
import { insertPortal, join, person } from '../../../test/portal-in-store.ts';
import type { Bot } from '../bot/bot.ts';
import type { Dialog } from '../chat/dialog.ts';
import type { User } from '../user/user.ts';
import type { CommandTitle } from './command.ts';
import { listCommands } from './list-commands.ts';
import { type NewCommand, registerCommand } from './register-command.ts';

const title = (language: string, text: string): CommandTitle => ({ language, title: text, params: `${text} ...` });

async function register(work: UnitOfWork, bot: Bot, name: string, more: Partial<NewCommand> = {}): Promise<void> {
  const rest = {
    handlerUrl: 'http://127.0.0.1:9/',
    titles: [title('en', 'Echo')],
    isCommon: false,
    isHidden: false,
    isExtranet: false,
  };
  await registerCommand(work, bot, { name, ...rest, ...more });
}

async function names(work: Reading, viewer: User, dialog: Dialog): Promise<string[] | string> {
  const listed = await listCommands(work, viewer, dialog);
  return listed.ok ? listed.value.map(({ name }) => name) : listed.reason;
}

onEachDatabase('the list of commands', ({ write }) => {
  it('has those of the bots in the chat and the common ones, by name, without the hidden ones', () =>
    write(async (work) => {
      const { alice, bot, chat } = await insertPortal(work);
      await join(work, chat, alice);
      await register(work, bot, 'own');
      await register(work, bot, 'Common', { isCommon: true });
      await register(work, bot, 'hidden', { isCommon: true, isHidden: true });
      const dialog: Dialog = { kind: 'chat', chatId: chat.id };
      expect(await names(work, alice, dialog)).toEqual(['Common']);
      await join(work, chat, bot, true);
      expect(await names(work, alice, dialog)).toEqual(['Common', 'own']);
    }));

  it('shows a guest only what is made for guests', () =>
    write(async (work) => {
      const { bot, chat, portalId } = await insertPortal(work);
      const dana = await work.users.insertUser(person(portalId, 'Dana', { isExtranet: true }), work.now);
      await join(work, chat, dana);
      await register(work, bot, 'staff', { isCommon: true });
      await register(work, bot, 'guests', { isCommon: true, isExtranet: true });
      expect(await names(work, dana, { kind: 'chat', chatId: chat.id })).toEqual(['guests']);
    }));

  it('has those of a bot that nobody has written to yet', () =>
    write(async (work) => {
      const { alice, bob, bot } = await insertPortal(work);
      await register(work, bot, 'own');
      await register(work, bot, 'common', { isCommon: true });
      expect(await names(work, alice, { kind: 'user', userId: bot.id })).toEqual(['common', 'own']);
      expect(await names(work, alice, { kind: 'user', userId: bob.id })).toEqual(['common']);
    }));

  it("is nobody else's business", () =>
    write(async (work) => {
      const { alice, chat } = await insertPortal(work);
      expect(await names(work, alice, { kind: 'chat', chatId: chat.id })).toBe('chat_denied');
    }));

  it("speaks the viewer's language, else the portal's, else English, else whatever there is", () =>
    write(async (work) => {
      const { bot, portalId } = await insertPortal(work);
      await register(work, bot, 'a', { titles: [title('fr', 'Écho'), title('de', 'Antwort'), title('en', 'Answer')] });
      await register(work, bot, 'b', { titles: [title('fr', 'Écho'), title('en', 'Answer')] });
      await register(work, bot, 'c', { titles: [title('fr', 'Écho')] });
      const viewer = await work.users.insertUser(person(portalId, 'Dieter', { language: 'de' }), work.now);
      const listed = await listCommands(work, viewer, { kind: 'user', userId: bot.id });
      expect(listed.ok && listed.value.map((command) => [command.title, command.params])).toEqual([
        ['Antwort', 'Antwort ...'],
        ['Answer', 'Answer ...'],
        ['Écho', 'Écho ...'],
      ]);
      expect(listed).toMatchObject({ value: [{ botId: bot.id, botName: 'echo' }, {}, {}] });
    }));
});
