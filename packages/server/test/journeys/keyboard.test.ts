import { afterEach, beforeEach, expect, it } from 'vitest';
import { onBothDatabases } from '../databases.ts';
import { createWorld, type Handler, type World } from '../world.ts';

let world: World;
let handler: Handler;
let botId: number;
let commandId: number;

const CLIENT_ID = 'test-app';

beforeEach(async () => {
  world = await createWorld();
  handler = await world.handler();
  botId = await world.bot({ handler });
  commandId = await world.alice.ok('imbot.command.register', {
    BOT_ID: botId,
    COMMAND: 'order',
    EVENT_COMMAND_ADD: handler.url,
    LANG: [{ LANGUAGE_ID: 'en', TITLE: 'Order' }],
    CLIENT_ID,
  });
});
afterEach(() => world.close());

const invocations = () => handler.events('ONIMCOMMANDADD').map(({ data }) => data.COMMAND[commandId]);
const newest = async (dialogId: number | string, person = world.bob) =>
  (await person.ok('im.dialog.messages.get', { DIALOG_ID: dialogId, LIMIT: 1 })).messages[0];

onBothDatabases('a keyboard', () => {
  it('brings a press to the bot, and the answer back into the chat', async () => {
    const messageId = await world.alice.ok('imbot.message.add', {
      BOT_ID: botId,
      DIALOG_ID: world.bob.id,
      MESSAGE: 'What would you like?',
      KEYBOARD: [
        { TEXT: 'Tea', COMMAND: 'order', COMMAND_PARAMS: 'tea' },
        { TEXT: 'Coffee', COMMAND: 'order', COMMAND_PARAMS: 'coffee' },
      ],
      CLIENT_ID,
    });
    // A bot at work: it answers each command it is told of, before it answers the portal.
    handler.answer = async ({ body }) => {
      for (const one of Object.values<Record<string, string>>(body.data.COMMAND ?? {})) {
        const { COMMAND_ID, MESSAGE_ID, COMMAND_PARAMS } = one;
        await world.alice.ok('imbot.command.answer', {
          COMMAND_ID,
          MESSAGE_ID,
          MESSAGE: `One ${COMMAND_PARAMS}, coming`,
          CLIENT_ID,
        });
      }
      return { status: 200 };
    };
    const seen = await newest(botId);
    expect(seen).toMatchObject({ id: messageId, author_id: botId, text: 'What would you like?' });
    const coffee = seen.params.KEYBOARD.BUTTONS.find((button: { TEXT: string }) => button.TEXT === 'Coffee');
    const press = {
      MESSAGE_ID: seen.id,
      BOT_ID: botId,
      COMMAND: coffee.COMMAND,
      COMMAND_PARAMS: coffee.COMMAND_PARAMS,
    };
    expect(await world.bob.ok('im.message.command', press)).toBe(true);
    await world.settled();
    expect(invocations()).toEqual([
      expect.objectContaining({
        COMMAND: 'order',
        COMMAND_PARAMS: 'coffee',
        COMMAND_CONTEXT: 'KEYBOARD',
        MESSAGE_ID: String(messageId),
      }),
    ]);
    expect(await newest(botId)).toMatchObject({ author_id: botId, text: 'One coffee, coming' });
  });

  it.each([
    [{ TEXT: 'Go', COMMAND: 'order', COMMAND_PARAMS: 'x' }, '/order x'],
    [{ TEXT: 'Go', COMMAND: 'order' }, '/order'],
  ])(
    'brings a press as the command line that the button %o stands for, by who pressed it (R38)',
    async (button, line) => {
      const message = { BOT_ID: botId, DIALOG_ID: world.bob.id, MESSAGE: 'Go?', KEYBOARD: [button], CLIENT_ID };
      const messageId = await world.alice.ok('imbot.message.add', message);
      const { TEXT, ...press } = button;
      await world.bob.ok('im.message.command', { MESSAGE_ID: messageId, BOT_ID: botId, ...press });
      await world.settled();
      const [pressed] = handler.events('ONIMCOMMANDADD');
      expect(pressed.data.PARAMS).toMatchObject({
        MESSAGE: line,
        AUTHOR_ID: String(world.bob.id),
        FROM_USER_ID: String(world.bob.id),
        MESSAGE_ID: String(messageId),
        SYSTEM: 'N',
      });
      expect(pressed.data.USER).toMatchObject({ ID: String(world.bob.id) });
    },
  );

  it('is changed by the bot once it was used', async () => {
    const KEYBOARD = [{ TEXT: 'Yes', COMMAND: 'order' }];
    const messageId = await world.alice.ok('imbot.message.add', {
      BOT_ID: botId,
      DIALOG_ID: 2,
      MESSAGE: 'Sure?',
      KEYBOARD,
      CLIENT_ID,
    });
    await world.bob.ok('im.message.command', { MESSAGE_ID: messageId, BOT_ID: botId, COMMAND: 'order' });
    await world.alice.ok('imbot.message.update', {
      BOT_ID: botId,
      MESSAGE_ID: messageId,
      MESSAGE: 'Done',
      KEYBOARD: 'N',
      CLIENT_ID,
    });
    const { text, params } = await newest(botId);
    expect(text).toBe('Done');
    expect(params.KEYBOARD ?? 'N').toBe('N');
  });

  it('tells a press from a choice in the menu of the message', async () => {
    const messageId = await world.alice.ok('imbot.message.add', {
      BOT_ID: botId,
      DIALOG_ID: 2,
      MESSAGE: 'An order',
      MENU: [{ TEXT: 'Cancel', COMMAND: 'order', COMMAND_PARAMS: 'cancel' }],
      CLIENT_ID,
    });
    await world.bob.ok('im.message.command', {
      MESSAGE_ID: messageId,
      BOT_ID: botId,
      COMMAND: 'order',
      COMMAND_PARAMS: 'cancel',
    });
    await world.settled();
    expect(invocations()).toEqual([expect.objectContaining({ COMMAND_CONTEXT: 'MENU', COMMAND_PARAMS: 'cancel' })]);
  });

  it('cannot be pressed by somebody who does not see the message', async () => {
    const KEYBOARD = [{ TEXT: 'Yes', COMMAND: 'order' }];
    const messageId = await world.alice.ok('imbot.message.add', {
      BOT_ID: botId,
      DIALOG_ID: 2,
      MESSAGE: 'For Bob',
      KEYBOARD,
      CLIENT_ID,
    });
    const press = await world.carol.call('im.message.command', {
      MESSAGE_ID: messageId,
      BOT_ID: botId,
      COMMAND: 'order',
    });
    expect(press).toMatchObject({ status: 400, body: { error: 'MESSAGE_ID_ERROR' } });
    await world.settled();
    expect(invocations()).toEqual([]);
  });
});
