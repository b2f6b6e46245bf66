import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { control } from '#cli/control-client.ts';
import type { Body } from '#control/registry.ts';
import { VERSION } from '#kit/version.ts';
import { createWorld, type World } from '../world.ts';

/* People, bots and chats as the commands list, make and remove them. */

const CONTROL = 'the-control-token';
const CLIENT_ID = 'test-app';
let world: World;
let botId: number;

beforeAll(async () => {
  world = await createWorld({ controlToken: CONTROL });
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

type Name = Parameters<typeof control>[1];

function ask<N extends Name>(name: N, body: Body<N>) {
  return control({ url: world.app.address, token: CONTROL, pid: process.pid, version: VERSION }, name, body);
}

describe('people', () => {
  it('are listed with what they may do, those who were dismissed when it is asked for', async () => {
    const before = await ask('user.list', {});
    expect(before.people.map(({ name, isAdmin }) => ({ name, isAdmin }))).toMatchObject([
      { name: 'Alice', isAdmin: true },
      { name: 'Bob', isAdmin: false },
      { name: 'Carol' },
      { name: 'Dana' },
    ]);
    await ask('user.add', { name: 'Eve', lastName: 'Elm' });
    await ask('user.change', { as: 'Eve', isActive: false });
    expect((await ask('user.list', {})).people).toHaveLength(4);
    expect((await ask('user.list', { withDismissed: true })).people.at(-1)).toMatchObject({
      name: 'Eve',
      isActive: false,
    });
  });

  it('of the same name have to be meant', async () => {
    await expect(ask('user.add', { name: ' alice', lastName: 'ARDEN ' })).rejects.toThrow(
      'Somebody called Alice Arden is here already (id 1). For a second one of that name: --same-name',
    );
    expect(await ask('user.add', { name: 'Alice', lastName: 'Arden', isSameNameMeant: true })).toMatchObject({
      name: 'Alice',
    });
    await expect(ask('chat.list', { as: 'Alice Arden' })).rejects.toThrow('fits several people');
  });
});

describe('chats', () => {
  it('are made with people and bots in them, listed and shown as a member sees them', async () => {
    const made = await ask('chat.add', { as: '1', title: 'Plans', with: ['Bob', 'helper'] });
    expect(made).toMatchObject({ title: 'Plans', type: 'group' });
    expect(made.members.map(({ id }) => id)).toEqual([1, 2, botId]);
    await world.bob.ok('im.message.add', { DIALOG_ID: `chat${made.id}`, MESSAGE: 'When?' });
    const { chats } = await ask('chat.list', { as: 'Bob' });
    expect(chats.map(({ title }) => title)).toContain('Plans');
    const shown = await ask('chat.show', { as: 'Bob', chat: 'Plans' });
    expect(shown.messages.at(-1)).toMatchObject({ author: 'Bob Birch', text: 'When?' });
    await expect(ask('chat.show', { as: 'Dana', chat: `chat${made.id}` })).rejects.toThrow('Dana Dale has no chat');
  });

  it('need somebody who is there', async () => {
    await expect(ask('chat.add', { as: '1', title: 'Plans', with: ['Zed'] })).rejects.toThrow(
      'There is no bot called "Zed"',
    );
  });
});

describe('bots', () => {
  it('are listed, shown with their handlers and commands, and removed', async () => {
    expect((await ask('bot.list', {})).bots).toMatchObject([{ id: botId, code: 'helper', events: 'webhook' }]);
    expect(await ask('bot.show', { bot: 'helper' })).toMatchObject({
      registeredBy: 'Alice Arden',
      handlers: expect.arrayContaining([{ event: 'ONIMBOTMESSAGEADD', url: 'http://127.0.0.1:9/nobody' }]),
      commands: [{ name: 'help', url: 'http://127.0.0.1:9/commands' }],
    });
    expect(await ask('bot.remove', { bot: 'helper' })).toMatchObject({ id: botId });
    expect((await ask('bot.list', {})).bots).toEqual([]);
    await expect(ask('bot.show', { bot: 'helper' })).rejects.toThrow('There is no bot called "helper"');
  });
});
