import { expect, it } from 'vitest';
import { inWorld, type World } from '../world.ts';

/*
 * Attachments and keyboards as a history shows them: with what the portal adds to them (V66, V68).
 */

async function shown(world: World, sent: object) {
  const botId = await world.bot();
  const message = { BOT_ID: botId, DIALOG_ID: world.bob.id, MESSAGE: 'Look', CLIENT_ID: 'test-app', ...sent };
  await world.alice.ok('imbot.message.add', message);
  const read = async () => (await world.bob.ok('im.dialog.messages.get', { DIALOG_ID: botId, LIMIT: 1 })).messages[0];
  return { botId, params: (await read()).params, again: (await read()).params };
}

it('an attachment has an ID and a colour of the portal, the same at every reading', () =>
  inWorld({}, async (world) => {
    const block = { MESSAGE: 'Hello' };
    const ATTACH = [
      { ID: 77, COLOR_TOKEN: 'loud', COLOR: 'red', DESCRIPTION: 'A greeting', BLOCKS: [block] },
      { COLOR_TOKEN: 'alert', COLOR: '#123456', BLOCKS: [block] },
    ];
    const { params, again } = await shown(world, { ATTACH });
    expect(params.ATTACH).toEqual([
      {
        ID: 1,
        COLOR_TOKEN: 'base',
        COLOR: expect.stringMatching(/^#[0-9a-f]{6}$/),
        DESCRIPTION: 'A greeting',
        BLOCKS: [block],
      },
      { ID: 2, COLOR_TOKEN: 'alert', COLOR: '#123456', BLOCKS: [block] },
    ]);
    expect(again).toEqual(params);
  }));

it('a button says what it is, whose it is and how it looks; a line break stays as it was', () =>
  inWorld({}, async (world) => {
    const KEYBOARD = [
      { TEXT: 'Coffee', COMMAND: '/order coffee' },
      { TYPE: 'NEWLINE' },
      { TEXT: 'Site', LINK: 'https://example.com', DISPLAY: 'LINE', CONTEXT: 'MOBILE', DISABLED: 'Y' },
    ];
    const { botId, params } = await shown(world, { KEYBOARD });
    const usual = { TYPE: 'BUTTON', BOT_ID: botId, BLOCK: 'N', DISABLED: 'N', DISPLAY: 'BLOCK', CONTEXT: 'ALL' };
    expect(params.KEYBOARD.BUTTONS).toEqual([
      { ...usual, TEXT: 'Coffee', COMMAND: 'order', COMMAND_PARAMS: 'coffee' },
      { TYPE: 'NEWLINE' },
      {
        ...usual,
        TEXT: 'Site',
        LINK: 'https://example.com',
        DISPLAY: 'LINE',
        CONTEXT: 'MOBILE',
        DISABLED: 'Y',
      },
    ]);
  }));

it('the buttons of a person are of no bot', () =>
  inWorld({}, async (world) => {
    const KEYBOARD = [{ TEXT: 'Site', LINK: '/online/' }];
    await world.alice.ok('im.message.add', { DIALOG_ID: world.bob.id, MESSAGE: 'Look', KEYBOARD });
    const { messages } = await world.bob.ok('im.dialog.messages.get', { DIALOG_ID: world.alice.id });
    expect(messages[0].params.KEYBOARD.BUTTONS).toMatchObject([{ TYPE: 'BUTTON', BOT_ID: 0, TEXT: 'Site' }]);
  }));

it('a card and a cell say what they are shown with where the bot does not (V64, V65)', () =>
  inWorld({}, async (world) => {
    const users = [{ USER_ID: 2 }, { CHAT_ID: 5 }, { BOT_ID: 22 }, { LINK: '/u/', AVATAR_TYPE: 'BOT' }];
    const ATTACH = [
      ...users.map((more) => ({ USER: { NAME: 'Who', ...more } })),
      { GRID: [{ NAME: 'a' }, { NAME: 'b', DISPLAY: 'CARD', COLOR_TOKEN: 'alert' }] },
    ];
    const { params } = await shown(world, { ATTACH });
    expect(params.ATTACH[0].BLOCKS).toEqual([
      ...['USER', 'CHAT', 'BOT', 'BOT'].map((AVATAR_TYPE, i) => ({ USER: { NAME: 'Who', AVATAR_TYPE, ...users[i] } })),
      {
        GRID: [
          { NAME: 'a', DISPLAY: 'BLOCK', COLOR_TOKEN: 'base' },
          { NAME: 'b', DISPLAY: 'LINE', COLOR_TOKEN: 'alert' },
        ],
      },
    ]);
  }));
