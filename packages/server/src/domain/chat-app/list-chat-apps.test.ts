import { expect, it } from 'vitest';
import type { Reading, UnitOfWork } from '#storage/unit-of-work.ts';
import { onEachDatabase } from '../../../test/databases.ts';
import { group, insertBot, insertPortal, join, person } from '../../../test/portal-in-store.ts';
import type { Bot } from '../bot/bot.ts';
import { NO_ENTITY } from '../chat/chat.ts';
import type { Dialog } from '../chat/dialog.ts';
import type { User } from '../user/user.ts';
import { changeChatApp } from './change-chat-app.ts';
import type { ChatApp, ChatAppContext } from './chat-app.ts';
import { listChatApps } from './list-chat-apps.ts';
import { type NewChatApp, registerChatApp } from './register-chat-app.ts';
import { unregisterChatApp } from './unregister-chat-app.ts';

async function register(work: UnitOfWork, bot: Bot, code: string, more: Partial<NewChatApp> = {}): Promise<ChatApp> {
  const registered = await registerChatApp(work, bot, {
    code,
    opens: { kind: 'js', method: 'put', param: '/help' },
    icon: undefined,
    context: 'all',
    isForAdmins: false,
    isHidden: false,
    isExtranet: false,
    isLivechat: false,
    isPopup: false,
    titles: [],
    ...more,
  });
  if (!registered.ok) throw new Error(registered.reason);
  return registered.value;
}

async function codes(work: Reading, viewer: User, dialog: Dialog): Promise<string> {
  const listed = await listChatApps(work, viewer, dialog);
  return listed.ok ? listed.value.map(({ code }) => code).join(' ') : listed.reason;
}

const withUser = ({ id }: { readonly id: number }): Dialog => ({ kind: 'user', userId: id });
const inChat = ({ id }: { readonly id: number }): Dialog => ({ kind: 'chat', chatId: id });

onEachDatabase('the list of the buttons of bots in a dialog', ({ write }) => {
  it('has those for all dialogs, and those for dialogs of its kind, in the order they were registered', () =>
    write(async (work) => {
      const { alice, bob, bot, chat, application, portalId } = await insertPortal(work);
      const other = await insertBot(work, portalId, application, 'other');
      const entity = (type: string) => ({ ...group(portalId, alice), entity: { ...NO_ENTITY, type } });
      const line = await work.chats.insertChat({ ...group(portalId, alice), type: 'line' }, work.now);
      const customers = await work.chats.insertChat(entity('LINES'), work.now);
      const telephone = await work.chats.insertChat(entity('CALL'), work.now);
      const chats = [chat, line, customers, telephone];
      for (const one of chats) await join(work, one, alice);
      const contexts: readonly ChatAppContext[] = ['call', 'lines', 'bot', 'chat', 'user', 'all'];
      for (const context of contexts) await register(work, bot, context, { context });
      const seen = [];
      for (const dialog of [...[bob, bot, other].map(withUser), ...chats.map(inChat)])
        seen.push(await codes(work, alice, dialog));
      expect(seen).toEqual(['user all', 'bot user all', 'user all', 'chat all', 'lines all', 'lines all', 'call all']);
    }));

  it('leaves out those that are hidden, taken away or of a bot that goes', () =>
    write(async (work) => {
      const { alice, bob, bot, application, portalId } = await insertPortal(work);
      const going = await insertBot(work, portalId, application, 'going');
      await register(work, going, 'of a bot that goes');
      const kept = await register(work, bot, 'kept');
      const gone = await register(work, bot, 'gone');
      await register(work, bot, 'hidden', { isHidden: true });
      await register(work, bot, 'hidden there', { isHidden: true, context: 'bot' });
      await work.leftovers.insertLeftover('bot', going.id);
      await unregisterChatApp(work, gone);
      expect(await codes(work, alice, withUser(bot))).toBe('kept');
      await changeChatApp(work, kept, { isHidden: true, opens: {} });
      expect(await codes(work, alice, withUser(bob))).toBe('');
    }));

  it('has for administrators, guests and visitors what is meant for them', () =>
    write(async (work) => {
      const { bob, bot, portalId } = await insertPortal(work);
      const insert = (name: string, more: Parameters<typeof person>[2]) =>
        work.users.insertUser(person(portalId, name, more), work.now);
      const carol = await insert('Carol', { isAdmin: true });
      const dana = await insert('Dana', { isExtranet: true });
      const visitor = await insert('Guest', { isExtranet: true, isVisitor: true });
      await register(work, bot, 'everybody');
      await register(work, bot, 'admins', { isForAdmins: true });
      await register(work, bot, 'guests', { isExtranet: true });
      await register(work, bot, 'visitors', { isLivechat: true });
      const seen = [];
      for (const viewer of [bob, carol, dana, visitor]) seen.push(await codes(work, viewer, withUser(bot)));
      expect(seen).toEqual(['everybody guests visitors', 'everybody admins guests visitors', 'guests', 'visitors']);
    }));

  it('is closed to those who may not look into the chat', () =>
    write(async (work) => {
      const { bob, chat } = await insertPortal(work);
      expect(await codes(work, bob, inChat(chat))).toBe('chat_denied');
      expect(await codes(work, bob, { kind: 'chat', chatId: 999 })).toBe('chat_not_found');
    }));

  it('has room for those of a kind of chat when there are more for all of them than are shown', () =>
    write(async (work) => {
      const { alice, bob, bot, application, portalId } = await insertPortal(work);
      const busy = await insertBot(work, portalId, application, 'busy');
      for (let n = 0; n < 100; n += 1) await register(work, busy, `${n}`);
      await register(work, bot, 'one too many');
      await register(work, bot, 'for two', { context: 'user' });
      const seen = (await codes(work, alice, withUser(bob))).split(' ');
      expect([seen.length, seen.at(-1), seen.includes('many')]).toEqual([102, 'two', false]);
    }));
});
