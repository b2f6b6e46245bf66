import { expect, test } from 'vitest';
import { Notes, REFUSED } from '../document.ts';
import { readBlock as read } from './block.ts';

const readBlock = (raw: unknown) => read(raw, new Notes('ATTACH'));

const picture = 'https://example.com/a.png';

test('a card keeps one place that it leads to (V64)', () => {
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
      NETWORK_ID: '4',
      AVATAR_TYPE: 'BOT',
    },
  });
  const { NETWORK_ID, ...local } = raw;
  expect(readBlock({ USER: local })).toMatchObject({ USER: { USER_ID: 1 } });
  expect(readBlock({ USER: { NAME: 'John', LINK: '/u/1/' } })).toEqual({ USER: { NAME: 'John', LINK: '/u/1/' } });
});

test('a link keeps its preview unless it has HTML, and one place beside its address (V64)', () => {
  const raw = {
    LINK: '/a',
    NAME: 'n',
    DESC: 'd',
    PREVIEW: picture,
    WIDTH: '1000',
    HEIGHT: 638,
    USER_ID: 1,
    CHAT_ID: 2,
    NETWORK_ID: 'x',
  };
  const { USER_ID, CHAT_ID, ...kept } = raw;
  expect(readBlock({ LINK: raw })).toEqual({ LINK: { ...kept, WIDTH: 1000 } });
  const { PREVIEW, WIDTH, HEIGHT, ...plain } = kept;
  expect(readBlock({ LINK: { ...raw, HTML: '<b>h</b>' } })).toEqual({ LINK: { ...plain, HTML: '<b>h</b>' } });
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

test.each([
  ['COLUMN', 'ROW'],
  ['CARD', 'LINE'],
  ['PIE', 'BLOCK'],
  [undefined, 'BLOCK'],
])('a grid that is to be shown as %s is shown as %s (V65)', (DISPLAY, shown) => {
  expect(readBlock({ GRID: [{ DISPLAY, NAME: 'a' }] })).toEqual({ GRID: [{ DISPLAY: shown, NAME: 'a' }] });
});

test.each([
  [{ USER: { NAME: 'John', AVATAR: 'javascript:alert(1)' } }, { USER: { NAME: 'John' } }, 'a link is neither'],
  [
    { GRID: [{ NAME: 'a', LINK: '//host' }, { DISPLAY: 'ROW' }, { DISPLAY: 'LINE' }] },
    { GRID: [{ DISPLAY: 'BLOCK', NAME: 'a' }, { DISPLAY: 'LINE' }] },
    'a link is neither',
  ],
  [{ FILE: [{ LINK: picture }, {}] }, { FILE: [{ LINK: picture }] }, 'LINK is missing'],
  [{ LINK: { LINK: '/a', PREVIEW: 'data:image/png,x' } }, { LINK: { LINK: '/a' } }, 'a link is neither'],
])('of %j the rest is kept, and what was left out is told (V63)', (raw, kept, why) => {
  const notes = new Notes('ATTACH');
  expect(read(raw, notes)).toEqual(kept);
  expect(notes.dropped[0]?.why).toContain(why);
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
  { LINK: { NAME: 'a' } },
  { LINK: '/a' },
  { GRID: [] },
  { GRID: [{ DISPLAY: 'ROW', LINK: '//host' }] },
  { IMAGE: [{ NAME: 'a' }] },
  { IMAGE: picture },
  { IMAGE: [] },
  { FILE: [{ LINK: 'ftp://a' }, {}] },
  JSON.parse('{"__proto__":{"MESSAGE":"a"}}'),
  null,
  'a',
  [{ MESSAGE: 'a' }],
])('the block %j is refused', (raw) => {
  expect(readBlock(raw)).toBe(REFUSED);
});
