import { expect, test } from 'vitest';
import { REFUSED } from '../document.ts';
import { readBlock } from './block.ts';

const picture = 'https://example.com/a.png';

test('a card keeps its links, as numbers', () => {
  const raw = {
    NAME: 'John Smith',
    AVATAR: picture,
    LINK: '/u/1/',
    USER_ID: '1',
    CHAT_ID: 2,
    BOT_ID: '3',
    NETWORK_ID: 4,
    AVATAR_TYPE: 'bot',
    X: 1,
  };
  expect(readBlock({ USER: raw })).toEqual({
    USER: {
      NAME: 'John Smith',
      AVATAR: picture,
      LINK: '/u/1/',
      USER_ID: 1,
      CHAT_ID: 2,
      BOT_ID: 3,
      NETWORK_ID: '4',
      AVATAR_TYPE: 'BOT',
    },
  });
});

test('a link keeps its preview', () => {
  const raw = {
    LINK: '/a',
    NAME: 'n',
    DESC: 'd',
    HTML: '<b>h</b>',
    PREVIEW: picture,
    WIDTH: '1000',
    HEIGHT: 638,
    USER_ID: 1,
    CHAT_ID: 2,
    NETWORK_ID: 'x',
  };
  expect(readBlock({ LINK: raw })).toEqual({ LINK: { ...raw, WIDTH: 1000 } });
});

test('a text is kept as it is', () => {
  expect(readBlock({ MESSAGE: ' [B]bold[/B]\n' })).toEqual({ MESSAGE: ' [B]bold[/B]\n' });
});

test('a line has a size and a colour', () => {
  expect(readBlock({ DELIMITER: { SIZE: '100', COLOR: '#c6c6c6' } })).toEqual({
    DELIMITER: { SIZE: 100, COLOR: '#c6c6c6' },
  });
  expect(readBlock({ DELIMITER: { SIZE: 'wide', COLOR: 'grey' } })).toEqual({ DELIMITER: { SIZE: 200 } });
});

test.each([true, false, null, 1, 'Y', '', []])('a line given as %j has the default size (R31)', (raw) => {
  expect(readBlock({ DELIMITER: raw })).toEqual({ DELIMITER: { SIZE: 200 } });
});

test('a grid keeps its items, empty cells included', () => {
  const item = {
    DISPLAY: 'ROW',
    NAME: 'New',
    VALUE: '',
    WIDTH: 100,
    HEIGHT: 20,
    COLOR_TOKEN: 'alert',
    COLOR: '#ff0000',
    LINK: '/a',
    USER_ID: 1,
    CHAT_ID: 2,
  };
  expect(readBlock({ GRID: { 0: { ...item, WIDTH: '100' }, 1: { DISPLAY: 'TABLE', VALUE: 5 } } })).toEqual({
    GRID: [item, { DISPLAY: 'TABLE', VALUE: '5' }],
  });
});

test('two columns may bear their earlier name', () => {
  expect(readBlock({ GRID: [{ DISPLAY: 'COLUMN', NAME: 'a' }] })).toEqual({ GRID: [{ DISPLAY: 'ROW', NAME: 'a' }] });
});

test('pictures and files are lists, a single one may stand alone', () => {
  const image = { LINK: picture, NAME: 'a', PREVIEW: '/p.png', WIDTH: 1000, HEIGHT: 638 };
  const file = { LINK: '/a.pdf', NAME: 'a.pdf', SIZE: 0 };
  expect(readBlock({ IMAGE: [image, image] })).toEqual({ IMAGE: [image, image] });
  expect(readBlock({ IMAGE: image })).toEqual({ IMAGE: [image] });
  expect(readBlock({ FILE: { 0: { ...file, SIZE: '0' } } })).toEqual({ FILE: [file] });
  expect(readBlock({ FILE: file })).toEqual({ FILE: [file] });
});

test('a key that names no kind is dropped beside one that does', () => {
  expect(readBlock({ MESSAGE: 'a', NOTE: 'b' })).toEqual({ MESSAGE: 'a' });
});

test.each([
  {},
  { HTML: 'a' },
  { message: 'a' },
  { MESSAGE: 'a', DELIMITER: true },
  { MESSAGE: '' },
  { MESSAGE: ['a'] },
  { USER: {} },
  { USER: 'John' },
  { USER: { NAME: 'John', AVATAR: 'javascript:alert(1)' } },
  { LINK: { NAME: 'a' } },
  { LINK: '/a' },
  { LINK: { LINK: '/a', PREVIEW: 'data:image/png,x' } },
  { GRID: [] },
  { GRID: [{ NAME: 'a', VALUE: 'b' }] },
  { GRID: [{ DISPLAY: 'PIE', NAME: 'a' }] },
  { GRID: [{ DISPLAY: 'ROW', LINK: '//host' }] },
  { IMAGE: [{ NAME: 'a' }] },
  { IMAGE: picture },
  { IMAGE: [] },
  { FILE: [{ LINK: picture }, {}] },
  JSON.parse('{"__proto__":{"MESSAGE":"a"}}'),
  null,
  'a',
  [{ MESSAGE: 'a' }],
])('the block %j is refused', (raw) => {
  expect(readBlock(raw)).toBe(REFUSED);
});
