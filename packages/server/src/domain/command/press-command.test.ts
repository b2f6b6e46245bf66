import { describe, expect, it } from 'vitest';
import { onEachDatabase } from '../../../test/databases.ts';
import { pendingEvents } from '../../../test/outbox-of.ts';
import { insertPortal, insertText, join, person } from '../../../test/portal-in-store.ts';
import { userOf } from '../bot/access-bot.ts';
import type { MessageParams } from '../message/message.ts';
import { type Press, pressCommand } from './press-command.ts';
import { registerCommand } from './register-command.ts';

const button = { TEXT: 'press', COMMAND: 'echo', COMMAND_PARAMS: 'one' };
const inKeyboard: MessageParams = { keyboard: { BUTTONS: [{ TYPE: 'NEWLINE' }, button] } };
const inMenu: MessageParams = { menu: { ITEMS: [button] } };

onEachDatabase('a pressed command', (test) => {
  const { write } = test;

  /** What the bot is told when Bob presses on its message in a group. */
  async function pressed(params: MessageParams, press: Omit<Press, 'bot'>) {
    const { bot, outcome } = await write(async (work) => {
      const { bot, bob, chat, ...portal } = await insertPortal(work);
      for (const user of [bob, portal.alice]) await join(work, chat, user);
      await join(work, chat, bot, true);
      await registerCommand(work, bot, {
        name: 'echo',
        handlerUrl: 'http://127.0.0.1:9/',
        titles: [],
        isCommon: false,
        isHidden: true,
        isExtranet: false,
      });
      await insertText(work, chat, bob, 'before');
      const message = await insertText(work, chat, await userOf(work, bot), 'press it', { params });
      return { bot, outcome: await pressCommand(work, bob, { chat, member: undefined, message }, { bot, ...press }) };
    });
    return { outcome, told: await pendingEvents(test, bot.id) };
  }

  describe('has the context of where the message carries it (R30):', () => {
    it.each([
      ['keyboard', inKeyboard],
      ['menu', inMenu],
      ['keyboard', { ...inMenu, ...inKeyboard }],
      ['keyboard', {}],
    ] as const)('%s', async (context, params) => {
      expect((await pressed(params, { command: 'ECHO', params: 'two' })).told).toMatchObject([
        { type: 'commandInvoked', context, command: 'echo', params: 'two' },
      ]);
    });
  });

  it('is cut at its first space unless params are given (R29)', async () => {
    expect((await pressed(inKeyboard, { command: '/echo one two', params: '' })).told).toMatchObject([
      { command: 'echo', params: 'one two' },
    ]);
  });

  it('comes from who pressed it, with the facts of the message that carries it', async () => {
    const { told } = await pressed(inKeyboard, { command: 'echo', params: '' });
    expect(told).toMatchObject([
      { userId: 2, message: { text: 'press it', authorId: expect.any(Number), previousId: expect.any(Number) } },
    ]);
    expect(told[0]).not.toMatchObject({ message: { previousId: 0 } });
  });

  it('is refused when the bot has none of that name', async () => {
    expect(await pressed(inKeyboard, { command: 'other', params: '' })).toMatchObject({
      outcome: { reason: 'command_not_available' },
      told: [],
    });
  });

  it('is refused to a guest unless it is made for them (R27)', () =>
    write(async (work) => {
      const { bot, chat, portalId } = await insertPortal(work);
      const dana = await work.users.insertUser(person(portalId, 'Dana', { isExtranet: true }), work.now);
      await registerCommand(work, bot, {
        name: 'echo',
        handlerUrl: 'http://127.0.0.1:9/',
        titles: [],
        isCommon: true,
        isHidden: false,
        isExtranet: false,
      });
      await registerCommand(work, bot, {
        name: 'open',
        handlerUrl: 'http://127.0.0.1:9/',
        titles: [],
        isCommon: true,
        isHidden: false,
        isExtranet: true,
      });
      const message = await insertText(work, chat, dana, 'first');
      const press = (command: string) =>
        pressCommand(work, dana, { chat, member: undefined, message }, { bot, command, params: '' });
      expect([(await press('echo')).ok, (await press('open')).ok]).toEqual([false, true]);
    }));
});
