import { expect, test } from 'vitest';
import { parseMenu } from './menu.ts';

const site = { TEXT: 'bitrix24', LINK: 'https://bitrix24.com' };

test.each([
  ['an object with ITEMS', { ITEMS: [site] }],
  ['a list of items', [site]],
  ['JSON text', JSON.stringify({ ITEMS: [site] })],
  ['the numbered object of a form', { ITEMS: { 0: site } }],
])('a menu comes as %s', (_, raw) => {
  expect(parseMenu(raw)).toEqual({ ok: true, value: { ITEMS: [site] } });
});

test.each([undefined, null, '', 'N', [], {}, { ITEMS: [] }])('%j is no menu', (raw) => {
  expect(parseMenu(raw)).toEqual({ ok: true, value: null });
});

test('an item keeps all that is documented and nothing else', () => {
  const raw = {
    TEXT: 'Send',
    ACTION: 'SEND',
    ACTION_VALUE: 'Done',
    CONTEXT: 'MOBILE',
    DISABLED: 'Y',
    DISPLAY: 'LINE',
    BLOCK: 'Y',
  };
  expect(parseMenu([raw])).toEqual({
    ok: true,
    value: { ITEMS: [{ TEXT: 'Send', ACTION: 'SEND', ACTION_VALUE: 'Done', CONTEXT: 'MOBILE', DISABLED: 'Y' }] },
  });
});

test('the command of an item is cut at its first space (R29)', () => {
  expect(parseMenu([{ TEXT: 'a', COMMAND: 'echo repeat' }])).toEqual({
    ok: true,
    value: { ITEMS: [{ TEXT: 'a', COMMAND: 'echo', COMMAND_PARAMS: 'repeat' }] },
  });
});

test.each([
  [{ TEXT: 'a' }],
  [{ LINK: '/a' }],
  [{ TYPE: 'NEWLINE' }],
  [{ TEXT: 'a', LINK: '//host' }],
  'menu',
  { ITEMS: 'x' },
])('%j is invalid', (raw) => {
  expect(parseMenu(raw)).toMatchObject({ ok: false, fault: 'invalid' });
});

test('an item that is wrong is left out, and told (R48)', () => {
  expect(parseMenu([site, { TEXT: 'a', LINK: '//host' }])).toEqual({
    ok: true,
    value: { ITEMS: [site] },
    dropped: [
      { where: 'MENU, item 2 "a"', why: expect.stringContaining('a link is neither') },
      { where: 'MENU, item 2 "a"', why: expect.stringContaining('has no action') },
    ],
  });
});

test('a menu over the limit is oversize', () => {
  expect(parseMenu([{ ...site, TEXT: 'a'.repeat(100) }], { bytes: 100 })).toMatchObject({
    ok: false,
    fault: 'oversize',
  });
});
