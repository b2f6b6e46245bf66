import { expect, test } from 'vitest';
import { parseKeyboard, parsePersonKeyboard } from './keyboard.ts';

const open = { TEXT: 'Open', LINK: 'https://example.com' };
const invalid = { ok: false, fault: 'invalid' };

function buttons(...raw: unknown[]) {
  const result = parseKeyboard(raw);
  return result.ok ? result.value?.BUTTONS : result.fault;
}

test.each([
  ['an object with BUTTONS', { BUTTONS: [open] }],
  ['a list of buttons', [open]],
  ['the JSON text of an object', JSON.stringify({ BUTTONS: [open] })],
  ['the JSON text of a list', JSON.stringify([open])],
  ['the numbered object of a form', { BUTTONS: { 0: open } }],
  ['a numbered object without BUTTONS', { 0: open }],
])('a keyboard comes as %s', (_, raw) => {
  expect(parseKeyboard(raw)).toEqual({ ok: true, value: { BUTTONS: [open] } });
});

test.each([undefined, null, '', 'N', [], {}, { BUTTONS: [] }, { BUTTONS: '' }, { BOT_ID: 39, BUTTONS: [] }])(
  '%j is no keyboard',
  (raw) => {
    expect(parseKeyboard(raw)).toEqual({ ok: true, value: null });
  },
);

test.each([
  true,
  'Y',
  5,
  { BOT_ID: 39 },
  open,
  { BUTTONS: 'x' },
  { BUTTONS: open },
  [[open]],
  [null],
  { BUTTONS: ['x'] },
  [{ TYPE: 'NEWLINE' }],
])('%j is invalid', (raw) => {
  expect(parseKeyboard(raw)).toMatchObject(invalid);
});

test('the bot whose commands are called is kept as a number', () => {
  expect(parseKeyboard({ BOT_ID: '39', BUTTONS: [open] })).toEqual({
    ok: true,
    value: { BOT_ID: 39, BUTTONS: [open] },
  });
});

test('a button keeps all that is documented, with its JSON type, and nothing else', () => {
  const raw = {
    ...open,
    BLOCK: 'Y',
    DISABLED: true,
    CONTEXT: 'desktop',
    DISPLAY: 'LINE',
    WIDTH: '200',
    BG_COLOR: '#29619b',
    ONCLICK: 'x',
  };
  const colors = { BG_COLOR_TOKEN: 'alert', TEXT_COLOR: '#fff', OFF_BG_COLOR: '#ccc', OFF_TEXT_COLOR: '#000000' };
  expect(buttons({ ...raw, ...colors })).toEqual([
    {
      ...open,
      BLOCK: 'Y',
      DISABLED: 'Y',
      CONTEXT: 'DESKTOP',
      DISPLAY: 'LINE',
      WIDTH: 200,
      BG_COLOR: '#29619b',
      ...colors,
    },
  ]);
});

test('what cannot be read falls to its default, which is left out (R10)', () => {
  const wrong = {
    BLOCK: '?',
    DISABLED: null,
    CONTEXT: 'TV',
    DISPLAY: 'GRID',
    WIDTH: 'wide',
    BG_COLOR: 'red',
    BG_COLOR_TOKEN: 'success',
  };
  expect(buttons({ ...open, ...wrong })).toEqual([open]);
});

test('a line break is nothing but that', () => {
  expect(buttons(open, { TYPE: 'NEWLINE', TEXT: 'x' }, open)).toEqual([open, { TYPE: 'NEWLINE' }, open]);
});

test('a button needs a text', () => {
  expect(buttons({ LINK: '/a' })).toBe('invalid');
  for (const TEXT of ['', '  ', '0', 0]) expect(buttons({ TEXT, LINK: '/a' })).toBe('invalid');
  expect(parseKeyboard([{ TEXT: '0', LINK: '/a' }])).toMatchObject({
    dropped: [{ why: 'has the text "0", which counts as none' }, { why: 'no button is left' }],
  });
  expect(buttons({ TEXT: 7, LINK: '/a' })).toEqual([{ TEXT: '7', LINK: '/a' }]);
});

test('a button needs something that it does', () => {
  expect(buttons({ TEXT: 'a' })).toBe('invalid');
  expect(buttons({ TEXT: 'a', TYPE: 'BUTTON' })).toBe('invalid');
  expect(buttons({ TEXT: 'a', LINK: '', COMMAND: '/ ', APP_ID: 0, ACTION: '' })).toBe('invalid');
  expect(buttons({ TEXT: 'a', COMMAND_PARAMS: 'x', ACTION_VALUE: 'y', APP_PARAMS: 'z' })).toBe('invalid');
});

test('a button does the first thing that is usable of LINK, APP_ID, ACTION, COMMAND (V68)', () => {
  const all = { TEXT: 'a', LINK: '/a', APP_ID: 1, ACTION: 'PUT', ACTION_VALUE: 'x', COMMAND: 'echo' };
  expect(buttons(all)).toEqual([{ TEXT: 'a', LINK: '/a' }]);
  expect(buttons({ ...all, LINK: 'javascript:alert(1)' })).toEqual([{ TEXT: 'a', APP_ID: 1 }]);
  expect(buttons({ ...all, LINK: '', APP_ID: 0 })).toEqual([{ TEXT: 'a', ACTION: 'PUT', ACTION_VALUE: 'x' }]);
  expect(buttons({ ...all, LINK: '', APP_ID: 0, ACTION_VALUE: '' })).toEqual([{ TEXT: 'a', COMMAND: 'echo' }]);
});

test('a button that is wrong is left out of four, and it is told which and why (R48)', () => {
  const off = { TEXT: 'Off', DISABLED: 'Y' };
  expect(parseKeyboard([open, { TYPE: 'NEWLINE' }, open, off])).toEqual({
    ok: true,
    value: { BUTTONS: [open, { TYPE: 'NEWLINE' }, open] },
    dropped: [{ where: 'KEYBOARD, button 4 "Off"', why: expect.stringContaining('has no action') }],
  });
});

test('in the message of a person a button with a command is left out (R48)', () => {
  const command = { TEXT: 'Go', COMMAND: 'go' };
  expect(parsePersonKeyboard([open, command, { ...open, COMMAND: 'go' }])).toEqual({
    ok: true,
    value: { BUTTONS: [open, open] },
    dropped: [{ where: 'KEYBOARD, button 2 "Go"', why: expect.stringContaining('in the messages of bots only') }],
  });
  expect(parsePersonKeyboard([command])).toMatchObject({ ok: false, fault: 'invalid' });
});

test('the command of a button is cut at its first space unless it has params (R29)', () => {
  expect(buttons({ TEXT: 'a', COMMAND: 'echo repeat it' })).toEqual([
    { TEXT: 'a', COMMAND: 'echo', COMMAND_PARAMS: 'repeat it' },
  ]);
  expect(buttons({ TEXT: 'a', COMMAND: '/echo', COMMAND_PARAMS: 1 })).toEqual([
    { TEXT: 'a', COMMAND: 'echo', COMMAND_PARAMS: '1' },
  ]);
  expect(buttons({ TEXT: 'a', COMMAND: 'echo', COMMAND_PARAMS: '' })).toEqual([{ TEXT: 'a', COMMAND: 'echo' }]);
});

test.each(['PUT', 'SEND', 'COPY', 'CALL', 'DIALOG', 'LIVECHAT', 'HELP'])(
  '%s takes any text as its value (R31)',
  (ACTION) => {
    const button = { TEXT: 'a', ACTION, ACTION_VALUE: '<b> anything' };
    expect(buttons(button)).toEqual([button]);
  },
);

test('an action that is not known, or has no value, is invalid', () => {
  expect(buttons({ TEXT: 'a', ACTION: 'RUN', ACTION_VALUE: 'x' })).toBe('invalid');
  expect(buttons({ TEXT: 'a', ACTION: 'PUT' })).toBe('invalid');
});

test('an application is opened by its id', () => {
  expect(buttons({ TEXT: 'a', APP_ID: '11', APP_PARAMS: 'x=1' })).toEqual([
    { TEXT: 'a', APP_ID: 11, APP_PARAMS: 'x=1' },
  ]);
});

test('a keyboard over the limit is oversize', () => {
  const raw = Array.from({ length: 1000 }, () => open);
  expect(parseKeyboard(raw, { bytes: 30 * 1024 })).toMatchObject({ ok: false, fault: 'oversize' });
  expect(parseKeyboard(raw.slice(0, 500), { bytes: 30 * 1024 })).toMatchObject({ ok: true });
});
