import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Change } from '#domain/event.ts';
import { chatApp } from '../../test/scenes/chat-apps.ts';
import { boundWith, placed } from '../../test/scenes/placements.ts';
import { CLIENT_ID, createWorld, type World } from '../../test/world.ts';
import { type Audiences, audiences, isSeenBy } from './audience.ts';
import type { Happening } from './happening.ts';

/** Dana is an outside guest; Carol and Dana are not in the group chat; Alice alone is an administrator. */
let world: World;
let group: string;
beforeAll(async () => {
  world = await createWorld();
  group = `chat${world.groupChatId}`;
});
afterAll(() => world.close());

/** What happened while `act` was done, as `kind: names of those who see it`. */
async function seenDuring(act: () => Promise<unknown>): Promise<string[]> {
  await world.settled();
  const happened: Happening[] = [];
  const end = world.app.hub.subscribe((happening) => happened.push(happening));
  await act();
  await world.settled();
  end();
  const people = { Alice: 1, Bob: 2, Carol: 3, Dana: 4 };
  return world.app.store.read(async (work) => {
    const told: string[] = [];
    for (const happening of happened) {
      const names: string[] = [];
      for (const [name, id] of Object.entries(people)) if (await isSeenBy(work, happening, id)) names.push(name);
      told.push(`${happening.kind === 'change' ? happening.change.type : happening.kind}: ${names.join(', ')}`);
    }
    return told;
  });
}

const write = (dialog = group): Promise<number> =>
  world.alice.ok('im.message.add', { DIALOG_ID: dialog, MESSAGE: 'Hello' });

test('a message that is added, changed, liked or deleted is seen by the members of its chat', async () => {
  let id = 0;
  const seen = await seenDuring(async () => {
    id = await write();
    await world.alice.ok('im.message.update', { MESSAGE_ID: id, MESSAGE: 'Hello again' });
    await world.bob.ok('im.message.like', { MESSAGE_ID: id, ACTION: 'plus' });
    await world.alice.ok('im.message.delete', { MESSAGE_ID: id });
  });
  expect(seen).toEqual([
    'presenceChanged: Alice, Bob',
    'messageAdded: Alice, Bob',
    'messageChanged: Alice, Bob',
    'reactionChanged: Alice, Bob',
    'messageDeleted: Alice, Bob',
  ]);
});

test('a private message is seen by the two of them, not by those who run the portal', async () => {
  expect(await seenDuring(() => world.bob.ok('im.message.add', { DIALOG_ID: '3', MESSAGE: 'Psst' }))).toEqual([
    'presenceChanged: Alice, Bob, Carol',
    'messageAdded: Bob, Carol',
  ]);
});

test('who joined without the history does not see what happens to earlier messages', async () => {
  const chat = await world.alice.ok('im.chat.add', { TITLE: 'Plans', USERS: [2] });
  const before = await write(`chat${chat}`);
  await world.alice.ok('im.chat.user.add', { CHAT_ID: chat, USERS: [3], HIDE_HISTORY: 'Y' });
  expect(
    await seenDuring(() => world.alice.ok('im.message.update', { MESSAGE_ID: before, MESSAGE: 'Secret' })),
  ).toEqual(['messageChanged: Alice, Bob']);
  expect(await seenDuring(() => write(`chat${chat}`))).toEqual(['messageAdded: Alice, Bob, Carol']);
});

test('a change of the members is seen by those who are and by those who were', async () => {
  const bot = await world.bot({ code: 'host' });
  const { groupChatId: CHAT_ID } = world;
  const own = { BOT_ID: bot, CLIENT_ID: 'test-app' };
  await world.alice.ok('im.chat.user.add', { CHAT_ID, USERS: [bot] });
  expect(await seenDuring(() => world.alice.ok('im.chat.user.add', { CHAT_ID, USERS: [3] }))).toContain(
    'membersChanged: Alice, Bob, Carol',
  );
  const chat = await world.alice.ok('imbot.chat.add', { ...own, USERS: [2, 3] });
  expect(
    await seenDuring(() => world.alice.ok('imbot.chat.user.delete', { ...own, CHAT_ID: chat, USER_ID: 3 })),
  ).toContain('membersChanged: Bob, Carol');
});

test('the end of a private chat with a bot is seen by who was in it', async () => {
  const bot = await world.bot({ code: 'short-lived' });
  await world.bob.ok('im.message.add', { DIALOG_ID: String(bot), MESSAGE: 'Hello' });
  expect(await seenDuring(() => world.alice.ok('imbot.unregister', { BOT_ID: bot, CLIENT_ID: 'test-app' }))).toContain(
    'membersChanged: Bob',
  );
});

test('how far somebody has read is seen by the members of the chat, once for each step', async () => {
  const DIALOG_ID = group;
  await write();
  const read = () => world.bob.ok('im.dialog.read', { DIALOG_ID });
  expect(await seenDuring(read)).toEqual(['chatRead: Alice, Bob, Carol']);
  expect(await seenDuring(read)).toEqual([]);
});

test('what somebody is told is seen by them alone, and so is that they have read it', async () => {
  const tell = () => world.alice.ok('im.notify', { USER_ID: 2, MESSAGE: 'Reminder' });
  expect(await seenDuring(tell)).toEqual(['notificationAdded: Bob']);
  const read = () => world.bob.ok('im.notify.read.all');
  expect(await seenDuring(read)).toEqual(['notificationsChanged: Bob']);
  expect(await seenDuring(read)).toEqual([]);
});

test('what somebody sets on a chat in their own list is seen by nobody else', async () => {
  const DIALOG_ID = group;
  await write();
  for (const [method, more] of [
    ['im.recent.pin', {}],
    ['im.recent.pin', { PIN: 'N' }],
    ['im.recent.unread', {}],
    ['im.recent.hide', {}],
  ] as const)
    expect(await seenDuring(() => world.bob.ok(method, { DIALOG_ID, ...more }))).toEqual(['recentChanged: Bob']);
  expect(await seenDuring(() => world.bob.ok('im.recent.pin', { DIALOG_ID, PIN: 'N' }))).toEqual([]);
});

test('that somebody comes, or does not want to be spoken to, is seen by those who share a chat with them, once', async () => {
  await world.bob.ok('im.message.add', { DIALOG_ID: group, MESSAGE: 'Here' });
  const STATUS = 'dnd';
  expect(await seenDuring(() => world.bob.ok('im.user.status.set', { STATUS }))).toEqual([
    'presenceChanged: Alice, Bob, Carol',
  ]);
  expect(await seenDuring(() => world.bob.ok('im.user.status.set', { STATUS }))).toEqual([]);
});

test('typing is seen by the others in the chat, not by the one who types', async () => {
  const bot = await world.bot({ code: 'typist' });
  await world.bob.ok('im.message.add', { DIALOG_ID: String(bot), MESSAGE: 'Hello' });
  const own = { BOT_ID: bot, CLIENT_ID: 'test-app', DIALOG_ID: '2' };
  expect(await seenDuring(() => world.alice.ok('imbot.chat.sendTyping', own))).toEqual(['typing: Bob']);
  const typing: Change = { type: 'typing', portalId: 1, chatId: world.groupChatId, userId: 2 };
  expect(
    await world.app.store.read(async (work) => [
      await isSeenBy(work, { kind: 'change', change: typing }, 1),
      await isSeenBy(work, { kind: 'change', change: typing }, 2),
    ]),
  ).toEqual([true, false]);
});

test('where an application is opened is seen by whoever may use it, and that it is gone, too', async () => {
  const seen = [];
  for (const allowedUserIds of [null, [1, 3]]) {
    const application = await placed(world);
    await application.change({ allowedUserIds });
    seen.push(...(await seenDuring(() => boundWith(application, 'LEFT_MENU'))));
    seen.push(...(await seenDuring(() => application.ok('placement.unbind', { PLACEMENT: 'LEFT_MENU' }))));
    seen.push(...(await seenDuring(() => application.remove())));
  }
  const everybody = 'placementsChanged: Alice, Bob, Carol, Dana';
  const chosen = 'placementsChanged: Alice, Carol';
  expect(seen.filter((one) => one.startsWith('placements'))).toEqual([
    ...[everybody, everybody, everybody],
    ...[chosen, chosen, chosen],
  ]);
});

test('that a bot has another button beside the field is seen by everybody', async () => {
  const bot = await world.bot({ code: 'helper' });
  const seen = await seenDuring(async () => {
    const APP_ID = await chatApp(world, bot);
    await world.alice.ok('imbot.app.update', { APP_ID, FIELDS: { CONTEXT: 'BOT' }, CLIENT_ID });
    await world.alice.ok('imbot.app.unregister', { APP_ID, CLIENT_ID });
  });
  const everybody = 'chatAppsChanged: Alice, Bob, Carol, Dana';
  expect(seen.filter((one) => one.startsWith('chatApps'))).toEqual([everybody, everybody, everybody]);
});

test('events and their deliveries are seen by administrators alone', async () => {
  const handler = await world.handler();
  const bot = await world.bot({ code: 'listener', handler });
  const seen = await seenDuring(() => world.bob.ok('im.message.add', { DIALOG_ID: String(bot), MESSAGE: 'Hello' }));
  expect(seen).toContain('eventRecorded: Alice');
  expect(seen).toContain('tried: Alice');
  expect(seen).toContain('messageAdded: Bob');
});

test('what is wrong with a call is seen by administrators and by who made it, not by others', async () => {
  expect(await seenDuring(() => world.bob.call('im.message.add', { DIALOG_ID: 'chat999' }))).toEqual([
    'call: Alice, Bob',
  ]);
});

test('a new kind of change without an audience does not compile', () => {
  type Planted = { readonly type: 'planted'; readonly portalId: number };
  // @ts-expect-error nobody has said who sees a change that is planted
  const lacking: Audiences<Change | Planted> = audiences;
  expect(Object.keys(lacking)).not.toContain('planted');
});
