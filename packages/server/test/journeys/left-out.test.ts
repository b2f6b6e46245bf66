import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../world.ts';

/*
 * Parts of messages that are wrong are left out without an error; only when nothing is left the call is refused, and
 * says of what (R47, R48, N24).
 */

let world: World;
let botId: number;

const CLIENT_ID = 'test-app';
const good = ['One', 'Two', 'Three'].map((TEXT) => ({ TEXT, COMMAND: 'go' }));
const off = { TEXT: 'Off', DISABLED: 'Y' };

beforeEach(async () => {
  world = await createWorld();
  botId = await world.bot();
});
afterEach(() => world.close());

const add = (more: object) =>
  world.alice.call('imbot.message.add', { BOT_ID: botId, DIALOG_ID: '2', MESSAGE: 'Choose', CLIENT_ID, ...more });
const newest = async () => (await world.bob.ok('im.dialog.messages.get', { DIALOG_ID: botId, LIMIT: 1 })).messages[0];

describe('a part of a message with something wrong in it', () => {
  it('keeps the three good buttons of four', async () => {
    const { status, body } = await add({ KEYBOARD: [...good, off] });
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual(['result', 'time']);
    const { params } = await newest();
    expect(params.KEYBOARD.BUTTONS.map(({ TEXT }: { TEXT: string }) => TEXT)).toEqual(['One', 'Two', 'Three']);
  });

  it.each([
    ['KEYBOARD', [off], 'KEYBOARD_ERROR', /^KEYBOARD, button 1 "Off": has no action.*; KEYBOARD: no button is left$/],
    ['MENU', [off], 'MENU_ERROR', /^MENU, item 1 "Off": has no action.*; MENU: no item is left$/],
    [
      'ATTACH',
      [{ message: 'x' }],
      'ATTACH_ERROR',
      /^ATTACH, block 1: has none of the keys .*; ATTACH: no block is left$/,
    ],
    ['KEYBOARD', '{"BUTTONS":', 'KEYBOARD_ERROR', /^KEYBOARD: is not JSON$/],
    ['ATTACH', [{ MESSAGE: 'x'.repeat(31_000) }], 'ATTACH_OVERSIZE', /^ATTACH: is longer than 30720 bytes$/],
  ])('is refused when nothing of %s is left, and says why', async (name, part, error, error_details) => {
    const { status, body } = await add({ [name]: part });
    expect({ status, body }).toMatchObject({
      status: 400,
      body: { error, error_details: expect.stringMatching(error_details) },
    });
  });

  it('says why in a batch, too', async () => {
    const cmd = {
      wrong: `imbot.message.add?BOT_ID=${botId}&DIALOG_ID=2&MESSAGE=x&KEYBOARD[0][TEXT]=Off&CLIENT_ID=test-app`,
    };
    const { result_error } = await world.alice.ok('batch', { cmd });
    expect(result_error.wrong).toMatchObject({
      error: 'KEYBOARD_ERROR',
      error_details: expect.stringContaining('button 1 "Off"'),
    });
  });
});

it.each([
  ['ftp://bots.example.com/', 'ERROR_UNSUPPORTED_PROTOCOL', 'the address does not begin with http:// or https://'],
  ['http://bots/', 'ERROR_WRONG_HANDLER_URL', 'the address has a host that is neither localhost nor a name with a dot'],
])('%s, where an event is bound, is refused and says what it has to be', async (handler, error, error_details) => {
  const application = await world.application();
  const { status, body } = await application.call('event.bind', { event: 'ONAPPTEST', handler });
  expect({ status, body }).toMatchObject({ status: 400, body: { error, error_details } });
});

it('a handler address that is refused says what it has to be', async () => {
  const { body } = await world.alice.call('imbot.register', {
    CODE: 'x',
    EVENT_MESSAGE_ADD: 'ftp://bots.example.com/',
    EVENT_WELCOME_MESSAGE: 'http://127.0.0.1:9/',
    EVENT_BOT_DELETE: 'http://127.0.0.1:9/',
    PROPERTIES: { NAME: 'X' },
    CLIENT_ID,
  });
  expect(body).toMatchObject({
    error: 'EVENT_MESSAGE_ADD_ERROR',
    error_details: 'EVENT_MESSAGE_ADD: does not begin with http:// or https://',
  });
});

it('a picture that is refused says why', async () => {
  const bot = { CODE: 'x', EVENT_HANDLER: 'http://127.0.0.1:9/', CLIENT_ID };
  for (const [PERSONAL_PHOTO, why] of [
    ['?', 'is not Base64'],
    ['aGVsbG8=', 'is no PNG, JPEG, GIF or WebP'],
  ]) {
    const { body } = await world.alice.call('imbot.register', { ...bot, PROPERTIES: { NAME: 'X', PERSONAL_PHOTO } });
    expect(body).toMatchObject({ error: 'WRONG_REQUEST', error_details: `PROPERTIES.PERSONAL_PHOTO: ${why}` });
  }
});
