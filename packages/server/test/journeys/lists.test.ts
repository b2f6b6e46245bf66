import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ControlledWorld, createControlledWorld } from '../controlled.ts';
import { secondBot } from '../scenes/second-bot.ts';

/* People, bots and chats as the commands list, make and remove them. */

const CLIENT_ID = 'test-app';
let world: ControlledWorld;
let botId: number;

beforeAll(async () => {
  world = await createControlledWorld();
  botId = await world.bot({ code: 'helper' });
  await world.alice.ok('imbot.command.register', {
    BOT_ID: botId,
    COMMAND: 'help',
    EVENT_COMMAND_ADD: 'http://127.0.0.1:9/commands',
    LANG: [{ LANGUAGE_ID: 'en', TITLE: 'Help' }],
    CLIENT_ID,
  });
});
afterAll(() => world.close());

describe('people', () => {
  it('are listed with what they may do, those who were dismissed when it is asked for', async () => {
    const before = await world.control('user.list', {});
    expect(before.people.map(({ name, isAdmin }) => ({ name, isAdmin }))).toMatchObject([
      { name: 'Alice', isAdmin: true },
      { name: 'Bob', isAdmin: false },
      { name: 'Carol' },
      { name: 'Dana' },
    ]);
    await world.control('user.add', { name: 'Eve', lastName: 'Elm' });
    await world.control('user.change', { as: 'Eve', isActive: false });
    expect((await world.control('user.list', {})).people).toHaveLength(4);
    expect((await world.control('user.list', { withDismissed: true })).people.at(-1)).toMatchObject({
      name: 'Eve',
      isActive: false,
    });
  });

  it('of the same name have to be meant', async () => {
    await expect(world.control('user.add', { name: ' alice', lastName: 'ARDEN ' })).rejects.toThrow(
      'Somebody called Alice Arden is here already (id 1)',
    );
    expect(await world.control('user.add', { name: 'Alice', lastName: 'Arden', isConfirmed: true })).toMatchObject({
      name: 'Alice',
    });
    await expect(world.control('chat.list', { as: 'Alice Arden' })).rejects.toThrow('fits several people');
  });
});

describe('chats', () => {
  it('are made with people and bots in them, listed and shown as a member sees them', async () => {
    const made = await world.control('chat.add', { as: '1', title: 'Plans', with: ['Bob', 'helper'] });
    expect(made).toMatchObject({ title: 'Plans', type: 'group' });
    expect(made.members.map(({ id }) => id)).toEqual([1, 2, botId]);
    await world.bob.ok('im.message.add', { DIALOG_ID: `chat${made.id}`, MESSAGE: 'When?' });
    const { chats } = await world.control('chat.list', { as: 'Bob' });
    expect(chats.map(({ title }) => title)).toContain('Plans');
    const shown = await world.control('chat.show', { as: 'Bob', chat: 'Plans' });
    expect(shown.messages.at(-1)).toMatchObject({ author: 'Bob Birch', text: 'When?' });
    await expect(world.control('chat.show', { as: 'Dana', chat: `chat${made.id}` })).rejects.toThrow(
      'Dana Dale has no chat',
    );
  });

  it('are removed by number, or by the name that a person has for them, once it is confirmed', async () => {
    const { id } = await world.control('chat.add', { as: 'Bob', title: 'Rumours', with: ['Carol'] });
    await world.bob.ok('im.message.add', { DIALOG_ID: `chat${id}`, MESSAGE: 'Have you heard?' });
    await expect(world.control('chat.remove', { chat: 'Rumours', isConfirmed: true })).rejects.toThrow(
      'Write it like chat12, or say by whose names it is called',
    );
    await expect(world.control('chat.remove', { as: 'Bob', chat: 'Rumours' })).rejects.toThrow(
      `Rumours (chat${id}, 2 members) goes for good, with all that was written in it`,
    );
    await world.bob.ok('im.chat.get', { CHAT_ID: id });
    expect(await world.control('chat.remove', { chat: `chat${id}`, isConfirmed: true })).toMatchObject({ id });
    expect((await world.bob.call('im.dialog.messages.get', { DIALOG_ID: `chat${id}` })).body).toHaveProperty('error');
    expect((await world.control('chat.list', { as: 'Bob' })).chats.map(({ title }) => title)).not.toContain('Rumours');
    await expect(world.control('chat.remove', { chat: `chat${id}`, isConfirmed: true })).rejects.toThrow(
      `There is no chat ${id}`,
    );
  });

  it('need somebody who is there', async () => {
    await expect(world.control('chat.add', { as: '1', title: 'Plans', with: ['Zed'] })).rejects.toThrow(
      'There is no bot called "Zed"',
    );
  });
});

describe('bots', () => {
  it('are listed, shown with their handlers and commands, and removed', async () => {
    expect((await world.control('bot.list', {})).bots).toMatchObject([
      { id: botId, code: 'helper', events: 'webhook' },
    ]);
    expect(await world.control('bot.show', { bot: 'helper' })).toMatchObject({
      registeredBy: 'Alice Arden',
      handlers: expect.arrayContaining([{ event: 'ONIMBOTMESSAGEADD', url: 'http://127.0.0.1:9/nobody' }]),
      commands: [{ name: 'help', url: 'http://127.0.0.1:9/commands' }],
    });
    const hiddenId = await secondBot(world, { code: 'ghost', more: { isHidden: 'Y' } });
    expect((await world.control('bot.list', {})).bots).toHaveLength(1);
    expect((await world.control('bot.list', { withHidden: true })).bots).toMatchObject([
      { id: botId, isHidden: false },
      { id: hiddenId, isHidden: true },
    ]);
    expect(await world.control('bot.remove', { bot: 'helper' })).toMatchObject({ id: botId });
    expect((await world.control('bot.list', {})).bots).toEqual([]);
    await expect(world.control('bot.show', { bot: 'helper' })).rejects.toThrow('There is no bot called "helper"');
  });
});
