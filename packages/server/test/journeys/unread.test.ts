import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { group, insertText, join } from '../portal-in-store.ts';
import { notifyBob } from '../scenes/notifications.ts';
import { createWorld, type Person, type World } from '../world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const say = (person: Person, dialog: string | number, text = 'Hello'): Promise<number> =>
  person.ok('im.message.add', { DIALOG_ID: dialog, MESSAGE: text });
const counters = (person: Person) => person.ok('im.counters.get');
const groupId = () => `chat${world.groupChatId}`;

describe('what a person has not read', () => {
  it('is nothing at first: maps are empty lists', async () => {
    const { TYPE, ...others } = await counters(world.carol);
    expect(TYPE).toEqual({ ALL: 0, NOTIFY: 0, CHAT: 0, LINES: 0, DIALOG: 0, MESSENGER: 0 });
    expect(Object.values(others)).toEqual(Array(13).fill([]));
  });

  it('is counted by message, in chats and in private chats, with what they were told', async () => {
    await world.bob.ok('im.dialog.read.all');
    for (let n = 0; n < 3; n += 1) await say(world.alice, groupId());
    for (let n = 0; n < 2; n += 1) await say(world.alice, world.bob.id);
    await notifyBob(world);
    expect(await counters(world.bob)).toMatchObject({
      TYPE: { ALL: 6, NOTIFY: 1, CHAT: 3, LINES: 0, DIALOG: 2, MESSENGER: 5 },
      CHAT: { [world.groupChatId]: 3 },
      DIALOG: { [world.alice.id]: 2 },
    });
    await world.bob.ok('im.dialog.read', { DIALOG_ID: world.alice.id });
    await world.bob.ok('im.notify.read.all');
    expect(await counters(world.bob)).toMatchObject({ TYPE: { ALL: 3, NOTIFY: 0, DIALOG: 0 }, DIALOG: [] });
    await world.bob.ok('im.dialog.read.all');
    expect(await counters(world.bob)).toMatchObject({ TYPE: { ALL: 0 }, CHAT: [] });
  });

  it('is counted of any number of chats, also in a batch', async () => {
    await world.bob.ok('im.dialog.read.all');
    await world.app.store.write(async (work) => {
      const [alice, bob] = await work.users.findUsers([world.alice.id, world.bob.id]);
      if (!alice || !bob) throw new Error('There is nobody');
      for (let n = 0; n < 450; n += 1) {
        const chat = await work.chats.insertChat(group(alice.portalId, alice), work.now);
        for (const user of [alice, bob]) await join(work, chat, user);
        await insertText(work, chat, alice, 'Hello');
      }
    });
    const { TYPE, CHAT } = await counters(world.bob);
    expect([TYPE.CHAT, Object.keys(CHAT).length]).toEqual([450, 450]);
    const { result } = await world.bob.ok('batch', { cmd: { all: 'im.counters.get' } });
    expect(result.all.TYPE).toEqual(TYPE);
  });

  it('is without what they wrote themselves and what the portal wrote', async () => {
    const CHAT_ID = await world.alice.ok('im.chat.add', { USERS: [world.bob.id] });
    await world.alice.ok('im.chat.updateTitle', { CHAT_ID, TITLE: 'Renamed' });
    await say(world.bob, `chat${CHAT_ID}`);
    await say(world.bob, world.bob.id, 'a note');
    const { CHAT, DIALOG } = await counters(world.bob);
    expect([Object.keys(CHAT), DIALOG]).toEqual([expect.not.arrayContaining([String(CHAT_ID)]), []]);
  });

  // G24
  it('of a muted chat stands apart, in no sum', async () => {
    await world.bob.ok('im.dialog.read.all');
    await world.bob.ok('im.chat.mute', { CHAT_ID: world.groupChatId });
    await say(world.alice, groupId());
    expect(await counters(world.bob)).toMatchObject({
      TYPE: { ALL: 0, CHAT: 0 },
      CHAT: [],
      CHAT_MUTED: { [world.groupChatId]: 1 },
    });
  });

  // G25
  it('is counted also in a private chat that they hid, and in one with somebody who was dismissed', async () => {
    await say(world.carol, world.bob.id);
    await world.bob.ok('im.recent.hide', { DIALOG_ID: world.carol.id });
    expect((await counters(world.bob)).TYPE).toMatchObject({ DIALOG: 1 });
    await world.alice.ok('user.update', { ID: world.carol.id, ACTIVE: 'N' });
    expect((await counters(world.bob)).DIALOG).toEqual({ [world.carol.id]: 1 });
  });

  it('has the chats that they marked as unread, each of which counts as one where it was read', async () => {
    // A chat in which nothing was said is in no list, and cannot be marked there.
    await say(world.alice, groupId());
    await world.bob.ok('im.dialog.read.all');
    await say(world.alice, world.bob.id);
    await say(world.alice, world.bob.id);
    await world.bob.ok('im.recent.unread', { DIALOG_ID: world.alice.id, ACTION: 'Y' });
    await world.bob.ok('im.recent.unread', { DIALOG_ID: groupId(), ACTION: 'Y' });
    expect(await counters(world.bob)).toMatchObject({
      TYPE: { ALL: 3, CHAT: 1, DIALOG: 2 },
      CHAT: [],
      CHAT_UNREAD: [world.groupChatId],
      DIALOG: { [world.alice.id]: 2 },
      DIALOG_UNREAD: [world.alice.id],
    });
    await world.bob.ok('im.chat.mute', { CHAT_ID: world.groupChatId });
    expect(await counters(world.bob)).toMatchObject({ TYPE: { CHAT: 0 }, CHAT_MUTED: [] });
  });

  it('grows again by what is made unread, and is gone with the chat', async () => {
    await world.bob.ok('im.dialog.read.all');
    const CHAT_ID = await world.alice.ok('im.chat.add', { USERS: [world.bob.id] });
    const first = await say(world.alice, `chat${CHAT_ID}`);
    await say(world.alice, `chat${CHAT_ID}`);
    await world.bob.ok('im.dialog.read', { DIALOG_ID: `chat${CHAT_ID}` });
    await world.bob.ok('im.dialog.unread', { DIALOG_ID: `chat${CHAT_ID}`, MESSAGE_ID: first });
    expect((await counters(world.bob)).CHAT).toEqual({ [CHAT_ID]: 2 });
    await world.bob.ok('im.chat.leave', { CHAT_ID });
    expect((await counters(world.bob)).CHAT).toEqual([]);
  });
});
