import { expect, it } from 'vitest';
import { inWorld } from '../world.ts';

it('a dialog with oneself is a chat like any other, which tells nobody (R40)', () =>
  inWorld({}, async (world) => {
    const handler = await world.handler();
    await world.bot({ handler, type: 'S' });
    const { bob } = world;
    const first = await bob.ok('im.message.add', { DIALOG_ID: bob.id, MESSAGE: 'Buy milk' });
    const second = await bob.ok('im.message.add', { DIALOG_ID: String(bob.id), MESSAGE: 'And bread' });
    const { chat_id, messages } = await bob.ok('im.dialog.messages.get', { DIALOG_ID: bob.id });
    expect(messages).toMatchObject([
      { id: second, chat_id, author_id: bob.id, text: 'And bread', unread: false },
      { id: first, chat_id, author_id: bob.id, text: 'Buy milk', unread: false },
    ]);
    expect(await bob.ok('im.dialog.get', { DIALOG_ID: bob.id })).toMatchObject({
      id: chat_id,
      type: 'private',
      user_counter: 1,
      message_count: 2,
      counter: 0,
      last_message_id: second,
      dialog_id: String(bob.id),
    });
    expect((await world.alice.call('im.dialog.get', { DIALOG_ID: `chat${chat_id}` })).status).not.toBe(200);
    await world.settled();
    expect(handler.received).toEqual([]);
  }));

it('a dialog with oneself is there as soon as one looks for it, and is the one that is written in then (R40)', () =>
  inWorld({}, async ({ alice, bob, carol, dana }) => {
    const { id } = await bob.ok('im.dialog.get', { DIALOG_ID: bob.id });
    const empty = await bob.ok('im.dialog.messages.get', { DIALOG_ID: bob.id });
    expect(empty).toEqual({ chat_id: id, messages: [], users: [], files: [] });
    await bob.ok('im.message.add', { DIALOG_ID: bob.id, MESSAGE: 'Buy milk' });
    const { chat_id, messages } = await bob.ok('im.dialog.messages.get', { DIALOG_ID: bob.id });
    expect(chat_id).toBe(id);
    expect(messages).toMatchObject([{ text: 'Buy milk' }]);

    expect(await carol.ok('im.dialog.messages.get', { DIALOG_ID: carol.id })).toMatchObject({ messages: [] });
    expect(await dana.ok('im.dialog.get', { DIALOG_ID: dana.id })).toMatchObject({ message_count: 0, user_counter: 1 });
    // Somebody else's is opened by nobody, and no dialog with another person by a look.
    expect(await alice.call('im.dialog.get', { DIALOG_ID: `chat${id}` })).toMatchObject({ status: 403 });
    expect(await alice.call('im.dialog.get', { DIALOG_ID: bob.id })).toMatchObject({ status: 403 });
    expect(await alice.call('im.dialog.messages.get', { DIALOG_ID: bob.id })).toMatchObject({ status: 403 });
  }));

it('a dialog with oneself can be pinned, hidden and read before anything is written in it (R40)', () =>
  inWorld({}, async ({ alice, bob, carol, dana }) => {
    expect(await alice.ok('im.recent.pin', { DIALOG_ID: alice.id })).toBe(true);
    // There is nothing in it that could be unread.
    expect(await bob.ok('im.recent.unread', { DIALOG_ID: bob.id })).toBe(false);
    expect(await carol.ok('im.recent.hide', { DIALOG_ID: carol.id })).toBe(true);
    expect(await dana.ok('im.dialog.read', { DIALOG_ID: dana.id })).toMatchObject({ lastId: 0, counter: 0 });
    // An empty one is not listed, and counted nowhere.
    expect((await alice.ok('im.recent.get')).map(({ id }: { id: unknown }) => id)).not.toContain(alice.id);
    expect((await bob.ok('im.counters.get')).DIALOG_UNREAD).toEqual([]);
    await alice.ok('im.message.add', { DIALOG_ID: alice.id, MESSAGE: 'Buy milk' });
    expect((await alice.ok('im.recent.get'))[0]).toMatchObject({ id: alice.id, pinned: true });
    expect(await alice.call('im.recent.pin', { DIALOG_ID: bob.id })).toMatchObject({ status: 400 });
  }));

it('a common command that a person calls in their notes says with whom they talk', () =>
  inWorld({}, async (world) => {
    const handler = await world.handler();
    const BOT_ID = await world.bot({ handler });
    await world.alice.ok('imbot.command.register', {
      BOT_ID,
      COMMAND: 'remind',
      COMMON: 'Y',
      EVENT_COMMAND_ADD: handler.url,
      LANG: [{ LANGUAGE_ID: 'en', TITLE: 'Remind' }],
      CLIENT_ID: 'test-app',
    });
    await world.bob.ok('im.message.add', { DIALOG_ID: world.bob.id, MESSAGE: '/remind me' });
    await world.settled();
    const [called] = handler.events('ONIMCOMMANDADD');
    expect(called.data.PARAMS).toMatchObject({ DIALOG_ID: String(world.bob.id), TO_USER_ID: String(world.bob.id) });
  }));
