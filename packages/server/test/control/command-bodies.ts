import { join } from 'node:path';
import type { AnsweringName, Body, StreamingName } from '#control/registry.ts';
import type { ControlledWorld } from '../controlled.ts';
import { chatOfVisitor, visitorAt } from '../scenes/lines.ts';
import { CLIENT_ID } from '../world.ts';

type Bodies = { readonly [Name in AnsweringName]: () => Promise<Body<Name>> };

/** What each command is tried with, in this order; a command that is missing here does not compile. */
export function commandBodies(world: ControlledWorld): Bodies {
  return {
    'app.add': async () => ({ title: 'Second', handler: 'http://127.0.0.1:9/', scope: ['im'], only: ['Alice', 'Bob'] }),
    'app.list': async () => ({}),
    'app.show': async () => ({ app: 'Weather' }),
    'app.places': async () => ({ as: 'Alice', language: 'en' }),
    'app.change': async () => ({ app: 'Weather', title: 'Storm', only: null }),
    'app.tokens': async () => ({ app: 'Storm', seconds: 60 }),
    'app.remove': async () => ({ app: 'Storm' }),
    'bot.test': async () => ({ bot: 'Helper', event: 'onImBotMessageAdd' }),
    'bot.retry': async () => ({ bot: 'helper' }),
    'bot.pause': async () => ({ bot: 'Helper' }),
    'bot.resume': async () => ({ bot: 'Helper' }),
    'bot.retries': async () => ({ bot: 'Helper', isOn: true }),
    'bot.replay': async () => ({ bot: 'Helper', sinceMs: 60_000 }),
    'bot.list': async () => ({}),
    'bot.states': async () => ({}),
    'bot.profile': async () => ({ as: 'Alice', bot: await idOfHelper(world) }),
    'bot.show': async () => ({ bot: 'Helper' }),
    'bot.remove': async () => ({ bot: await anotherBot(world) }),
    'call.list': async () => ({ isRefused: true, sinceMs: 60_000, bot: 'Helper', method: 'im.message.add', limit: 10 }),
    'call.show': async () => ({ id: (await world.control('call.list', {})).calls[0]?.id ?? 0 }),
    'chat.add': async () => ({ as: 'Alice', title: 'Plans', with: ['Bob', 'Helper'], isOpen: true }),
    'chat.describe': async () => ({ as: 'Alice', chat: world.groupChatId, description: 'All of us' }),
    'chat.join': async () => ({ as: 'Carol', chat: await openChat(world) }),
    'chat.manager': async () => ({ as: 'Alice', chat: world.groupChatId, user: world.bob.id, isManager: true }),
    'chat.files': async () => ({ as: 'Alice', chat: `chat${world.groupChatId}`, limit: 10 }),
    'chat.list': async () => ({ as: 'Alice' }),
    'chat.show': async () => ({ as: 'Alice', chat: 'Plans', messages: 5 }),
    check: async () => ({}),
    commands: async () => ({ as: 'Alice', in: 'Helper' }),
    'dialog.app': async () => ({ as: 'Bob', app: await buttonOfHelper(world), language: 'en' }),
    'dialog.apps': async () => ({ as: 'Bob', dialogId: '1', language: 'en' }),
    'dialog.commands': async () => ({ as: 'Alice', dialogId: '2' }),
    'dialog.people': async () => ({ as: 'Alice', dialogId: 'chat1', find: 'Bo' }),
    data: async () => ({}),
    'department.add': async () => ({ name: 'Labs', parent: 'Company', head: 'Bob' }),
    'department.list': async () => ({}),
    'department.change': async () => ({ department: 'Labs', name: 'Workshop', head: null }),
    'department.members': async () => ({ department: 'Workshop', add: ['Bob'] }),
    'department.remove': async () => ({ department: 'Workshop' }),
    'event.list': async () => ({ bot: 'Helper', isFailed: true, sinceMs: 60_000, limit: 10 }),
    'event.stats': async () => ({ bot: 'Helper' }),
    'event.show': async () => ({ id: await eventOfHelper(world), isPrepared: true }),
    'event.retry': async () => ({ id: await eventOfHelper(world) }),
    'event.resend': async () => ({ id: await eventOfHelper(world), set: { 'data[PARAMS][MESSAGE]': 'edited' } }),
    'event.skip': async () => ({ id: await eventOfHelper(world) }),
    // After the events of the chat were looked at.
    'chat.remove': async () => ({ as: 'Alice', chat: 'Plans', isConfirmed: true }),
    'fault.add': async () => ({
      method: 'profile',
      code: 'INTERNAL_SERVER_ERROR',
      times: 2,
      as: 'Alice',
      isKept: true,
    }),
    'fault.list': async () => ({}),
    'fault.clear': async () => ({}),
    'line.add': async () => ({ name: 'Support', operators: ['Alice', 'Bob'], sites: ['https://shop.example/'] }),
    'line.conversation': async () => ({ as: 'Alice', chat: await visitorChatId(world) }),
    'line.skip': async () => ({ as: 'Bob', chat: await visitorChatId(world) }),
    'line.take': async () => ({ as: 'Bob', chat: await visitorChatId(world) }),
    'line.transfer': async () => ({ as: 'Bob', chat: await visitorChatId(world), user: world.alice.id }),
    'line.list': async () => ({}),
    'line.show': async () => ({ line: 'Support' }),
    'line.change': async () => ({ line: 'support', greeting: 'Hello', bot: await openBot(world) }),
    'line.finish': async () => ({ chat: await visitorChat(world) }),
    'line.remove': async () => ({ line: 'Support' }),
    login: async () => ({ as: 'Alice' }),
    'portal.close': async () => ({}),
    'portal.open': async () => ({}),
    'portal.plan': async () => ({ plan: 'commercial' }),
    'portal.webhooks': async () => ({ webhookMakers: 'everybody' }),
    'recent.list': async () => ({ as: 'Alice', limit: 20 }),
    'recent.show': async () => ({ as: 'Alice', chats: [world.groupChatId] }),
    status: async () => ({}),
    stop: async () => ({}),
    'trace.message': async () => ({ id: await world.bob.ok('im.message.add', { DIALOG_ID: 'chat1', MESSAGE: 'hi' }) }),
    'user.add': async () => ({ name: 'Olga', email: 'olga@example.org' }),
    'user.find': async () => ({ as: 'Alice', find: 'Bo' }),
    'user.list': async () => ({ withDismissed: true }),
    'user.change': async () => ({ as: 'Olga', isAdmin: true }),
    'user.invite': async () => ({ as: 'Olga' }),
    'session.list': async () => ({ as: 'Alice' }),
    'session.end': async () => ({ as: 'Olga', except: 1 }),
    'user.sessions': async () => ({ as: 'Alice' }),
    'user.signout': async () => ({ as: 'Olga' }),
    'user.password': async () => ({ as: 'Olga', password: 'correct horse battery' }),
    'webhook.add': async () => ({ as: 'Olga', scope: ['im'], title: 'Another', expiresInDays: 3 }),
    'webhook.list': async () => ({ as: 'Olga' }),
    'webhook.change': async () => ({
      as: 'Olga',
      id: await webhookOf(world, 'Olga'),
      expiresInDays: null,
      title: 'Mine',
    }),
    'webhook.revoke': async () => ({ as: 'Olga', id: await webhookOf(world, 'Olga') }),
    'webhook.outgoing.add': async () => ({ as: 'Alice', handler: 'http://127.0.0.1:9/', events: ['ONUSERADD'] }),
    'webhook.outgoing.list': async () => ({}),
    'webhook.outgoing.remove': async () => ({ id: await outgoingWebhook(world) }),
  };
}

export function streamBodies(folder: string): { readonly [Name in StreamingName]: Body<Name> } {
  return {
    backup: { file: join(folder, 'backup.tar') },
    say: { as: 'Bob', to: 'Alice', text: 'hello' },
    tail: {},
  };
}

async function openChat(world: ControlledWorld): Promise<number> {
  return (await world.control('chat.add', { as: 'Alice', title: 'Everybody', isOpen: true })).id;
}

async function buttonOfHelper(world: ControlledWorld): Promise<number> {
  const button = { BOT_ID: await idOfHelper(world), CODE: 'help', JS_METHOD: 'SEND', JS_PARAM: '/help' };
  return world.alice.ok('imbot.app.register', { ...button, LANG: [{ LANGUAGE_ID: 'en', TITLE: 'Help' }], CLIENT_ID });
}

async function idOfHelper(world: ControlledWorld): Promise<number> {
  return (await world.control('bot.show', { bot: 'Helper' })).id;
}

async function anotherBot(world: ControlledWorld): Promise<string> {
  return String(await world.bot({ clientId: 'another', code: 'another' }));
}

async function openBot(world: ControlledWorld): Promise<string> {
  return String(await world.bot({ code: 'open', type: 'O' }));
}

async function visitorChatId(world: ControlledWorld): Promise<number> {
  return Number((await visitorChat(world)).slice('chat'.length));
}

/** Of somebody who has written to the newest line. */
async function visitorChat(world: ControlledWorld): Promise<string> {
  const { lines } = await world.control('line.list', {});
  const visitor = visitorAt(lines.at(-1)?.pageUrl ?? '', world.app.address);
  await visitor.write('hello');
  return `chat${await chatOfVisitor(world)}`;
}

async function eventOfHelper(world: ControlledWorld): Promise<number> {
  return (await world.control('event.list', { bot: 'Helper' })).events[0]?.id ?? 0;
}

async function webhookOf(world: ControlledWorld, as: string): Promise<number> {
  return (await world.control('webhook.list', { as })).webhooks[0]?.id ?? 0;
}

async function outgoingWebhook(world: ControlledWorld): Promise<number> {
  return (await world.control('webhook.outgoing.list', {})).webhooks[0]?.id ?? 0;
}
