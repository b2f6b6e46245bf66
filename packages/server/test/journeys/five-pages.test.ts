import { afterEach, beforeEach, expect, it } from 'vitest';
import { onBothDatabases } from '../databases.ts';
import { createWorld, type Handler, type World } from '../world.ts';

/*
 * The five pages that a bot with a command is made from, in the order in which a developer comes upon them, each with
 * the parameters of its own example. Ids are those of this portal, and the handler is one that can be called.
 */

let world: World;
let handler: Handler;

beforeEach(async () => {
  world = await createWorld();
  handler = await world.handler();
});
afterEach(() => world.close());

const CLIENT_ID = 'my-first-bot';
const LANG = [
  { LANGUAGE_ID: 'de', TITLE: 'Echo', PARAMS: 'text' },
  { LANGUAGE_ID: 'en', TITLE: 'Echo', PARAMS: 'text' },
];
const ANSWER = {
  MESSAGE: 'Accepted. Executing command.',
  SYSTEM: 'N',
  URL_PREVIEW: 'Y',
  ATTACH: {
    BLOCKS: [{ MESSAGE: 'Task details' }, { DELIMITER: true }, { LINK: { NAME: 'Open', LINK: 'https://example.com' } }],
  },
  KEYBOARD: { BUTTONS: [{ TEXT: 'Repeat', COMMAND: 'echo repeat' }] },
  MENU: [{ TEXT: 'bitrix24', LINK: 'https://bitrix24.com' }],
};

onBothDatabases('the five pages', () => {
  it('lead from a bot to a command that answers', async () => {
    const { alice, bob } = world;

    // imbot.register
    const botId = await alice.ok('imbot.register', {
      CODE: 'newbot',
      TYPE: 'B',
      EVENT_HANDLER: handler.url,
      OPENLINE: 'N',
      PROPERTIES: { NAME: 'NewBot', WORK_POSITION: 'Support bot' },
      CLIENT_ID,
    });
    expect(botId).toBeGreaterThan(20);

    // imbot.command.register
    const commandId = await alice.ok('imbot.command.register', {
      BOT_ID: botId,
      COMMAND: 'echo',
      EVENT_COMMAND_ADD: handler.url,
      LANG,
      COMMON: 'Y',
      HIDDEN: 'N',
      EXTRANET_SUPPORT: 'N',
      CLIENT_ID,
    });
    expect(commandId).toBeGreaterThan(20);

    // Somebody types it, and the bot is told of the new chat and of the command; the message is not told once more (R26).
    const typedId = await bob.ok('im.message.add', { DIALOG_ID: botId, MESSAGE: '/echo hello there' });
    await world.settled();
    expect(handler.received.map(({ body }) => body.event)).toEqual(['ONIMBOTJOINCHAT', 'ONIMCOMMANDADD']);
    const typed = handler.events('ONIMCOMMANDADD')[0];
    expect(typed.data.COMMAND[commandId]).toMatchObject({
      COMMAND: 'echo',
      COMMAND_ID: String(commandId),
      COMMAND_PARAMS: 'hello there',
      COMMAND_CONTEXT: 'TEXTAREA',
      MESSAGE_ID: String(typedId),
      BOT_ID: String(botId),
      BOT_CODE: 'newbot',
    });
    expect(typed.data.PARAMS).toMatchObject({
      MESSAGE: '/echo hello there',
      FROM_USER_ID: '2',
      DIALOG_ID: '2',
      MESSAGE_TYPE: 'P',
    });
    expect(typed.data.USER).toMatchObject({ ID: '2', NAME: 'Bob Birch' });

    // im.message.command
    const call = { MESSAGE_ID: typedId, BOT_ID: botId, COMMAND: 'echo', COMMAND_PARAMS: 'task #1' };
    expect(await bob.ok('im.message.command', call)).toBe(true);
    await world.settled();
    const pressed = handler.events('ONIMCOMMANDADD')[1];
    expect(pressed.data.COMMAND[commandId]).toMatchObject({
      COMMAND_PARAMS: 'task #1',
      COMMAND_CONTEXT: 'KEYBOARD',
      MESSAGE_ID: String(typedId),
    });

    // imbot.command.answer
    const answerId = await alice.ok('imbot.command.answer', {
      COMMAND_ID: commandId,
      MESSAGE_ID: typedId,
      ...ANSWER,
      CLIENT_ID,
    });
    const { messages } = await bob.ok('im.dialog.messages.get', { DIALOG_ID: botId });
    expect(messages[0]).toMatchObject({ id: answerId, author_id: botId, text: 'Accepted. Executing command.' });
    expect(messages[0].params).toMatchObject({
      ATTACH: expect.anything(),
      KEYBOARD: expect.anything(),
      MENU: expect.anything(),
    });

    // imbot.command.update
    const FIELDS = {
      COMMAND: 'echo2',
      EVENT_COMMAND_ADD: handler.url,
      HIDDEN: 'N',
      EXTRANET_SUPPORT: 'Y',
      LANG: LANG.map((one) => ({ ...one, TITLE: 'Echo 2' })),
    };
    expect(await alice.ok('imbot.command.update', { COMMAND_ID: commandId, FIELDS, CLIENT_ID })).toBe(true);
    await bob.ok('im.message.add', { DIALOG_ID: botId, MESSAGE: '/echo old name' });
    await bob.ok('im.message.add', { DIALOG_ID: botId, MESSAGE: '/echo2 new name' });
    await world.settled();
    const calls = handler.events('ONIMCOMMANDADD').slice(2);
    expect(calls.map(({ data }) => data.COMMAND[commandId])).toEqual([
      expect.objectContaining({ COMMAND: 'echo2', COMMAND_PARAMS: 'new name' }),
    ]);
  });

  it('work with form bodies as PHP writes them, and with a query, too', async () => {
    const { alice } = world;
    const form = async (method: string, body: string) => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const response = await fetch(alice.webhookUrl + method, { method: 'POST', headers, body });
      return ((await response.json()) as { result: number }).result;
    };
    const url = encodeURIComponent(handler.url);
    const botId = await form(
      'imbot.register',
      `CODE=newbot&EVENT_HANDLER=${url}&PROPERTIES%5BNAME%5D=NewBot&CLIENT_ID=${CLIENT_ID}`,
    );
    const commandId = await form(
      'imbot.command.register',
      `BOT_ID=${botId}&COMMAND=echo&EVENT_COMMAND_ADD=${url}&LANG%5B0%5D%5BLANGUAGE_ID%5D=en&LANG%5B0%5D%5BTITLE%5D=Echo&CLIENT_ID=${CLIENT_ID}`,
    );
    const sent = await fetch(`${alice.webhookUrl}im.message.add?DIALOG_ID=${botId}&MESSAGE=%2Fecho+from+a+query`);
    const { result: messageId } = (await sent.json()) as { result: number };
    await world.settled();
    expect(handler.events('ONIMCOMMANDADD')[0].data.COMMAND[commandId].COMMAND_PARAMS).toBe('from a query');
    const answerId = await form(
      'imbot.command.answer',
      `COMMAND_ID=${commandId}&MESSAGE_ID=${messageId}&MESSAGE=done&KEYBOARD%5B0%5D%5BTEXT%5D=Again&KEYBOARD%5B0%5D%5BCOMMAND%5D=echo&CLIENT_ID=${CLIENT_ID}`,
    );
    expect(answerId).toBeGreaterThan(messageId);
  });
});
