import { expect, test } from 'vitest';
import { parseAttach } from './attach.ts';

const hello = { MESSAGE: 'Hello' };
const none = { ok: true, value: null };
const invalid = { ok: false, fault: 'invalid' };

test.each([
  ['an object with BLOCKS', { BLOCKS: [hello] }],
  ['a list of blocks', [hello]],
  ['a list of one object with BLOCKS', [{ BLOCKS: [hello] }]],
  ['the JSON text of an object', JSON.stringify({ BLOCKS: [hello] })],
  ['the JSON text of a list', JSON.stringify([hello])],
  ['the numbered object of a form', { 0: hello }],
  ['numbered BLOCKS', { BLOCKS: { 0: hello } }],
])('an attachment comes as %s', (_, raw) => {
  expect(parseAttach(raw)).toEqual({ ok: true, value: [{ BLOCKS: [hello] }] });
});

test('a message may carry several attachments; the ID of each is for the portal to give (V66)', () => {
  const raw = {
    0: { ID: '1', COLOR_TOKEN: 'alert', COLOR: '#29619b', BLOCKS: [hello] },
    1: { ID: '2', COLOR_TOKEN: 'loud', COLOR: 'red', BLOCKS: [hello] },
  };
  expect(parseAttach(raw)).toEqual({
    ok: true,
    value: [{ COLOR_TOKEN: 'alert', COLOR: '#29619b', BLOCKS: [hello] }, { BLOCKS: [hello] }],
  });
});

test.each([undefined, null, '', 'N', [], {}, '[]', '{}'])('%j is no attachment', (raw) => {
  expect(parseAttach(raw)).toEqual(none);
});

test.each([
  true,
  'Hello',
  hello,
  { ID: 1 },
  { BLOCKS: [] },
  { ID: 1, BLOCKS: [] },
  { BLOCKS: 'x' },
  { BLOCKS: hello },
  [{}],
  [null],
  [[hello]],
])('%j is invalid', (raw) => {
  expect(parseAttach(raw)).toMatchObject(invalid);
});

test('blocks and cards that are wrong are left out, and told (R48)', () => {
  const raw = [{ BLOCKS: [hello, { IMAGE: [{ LINK: 'x' }, { LINK: '/a.png' }] }, { message: 'a' }] }, {}];
  expect(parseAttach(raw)).toEqual({
    ok: true,
    value: [{ BLOCKS: [hello, { IMAGE: [{ LINK: '/a.png' }] }] }],
    dropped: [
      { where: 'ATTACH, attachment 1, block 2, element 1', why: expect.stringContaining('a link is neither') },
      { where: 'ATTACH, attachment 1, block 2, element 1', why: 'LINK is missing or cannot be used' },
      { where: 'ATTACH, attachment 1, block 3', why: expect.stringContaining('has none of the keys USER') },
      { where: 'ATTACH, attachment 2', why: 'there is no block' },
    ],
  });
});

test('an attachment is measured with the ID, COLOR_TOKEN and COLOR that it is shown with (N25)', () => {
  const head = '{"ID":1,"COLOR_TOKEN":"base","COLOR":"#000000",';
  const shown = [
    `[${head}"BLOCKS":[{"MESSAGE":"Hello"}]},`,
    `${head.replace('1', '2')}"BLOCKS":[{"MESSAGE":"Hello"}]}]`,
  ];
  const characters = shown.join('').length;
  const raw = [{ BLOCKS: [hello] }, { BLOCKS: [hello] }];
  expect(parseAttach(raw, { characters })).toMatchObject({ ok: true });
  expect(parseAttach(raw, { characters: characters - 1 })).toMatchObject({ ok: false, fault: 'oversize' });
});

test('an attachment over the limit is oversize', () => {
  const raw = [{ MESSAGE: 'é'.repeat(30_000) }];
  expect(parseAttach(raw, { characters: 60_000 })).toMatchObject({ ok: true });
  expect(parseAttach(raw, { bytes: 60_000 })).toMatchObject({ ok: false, fault: 'oversize' });
});

test('the documented answer with text, line and link is taken', () => {
  const raw =
    '{"BLOCKS":[{"MESSAGE":"Task details"},{"DELIMITER":true},{"LINK":{"NAME":"Open","LINK":"https://example.com"}}]}';
  expect(parseAttach(raw)).toEqual({
    ok: true,
    value: [
      {
        BLOCKS: [
          { MESSAGE: 'Task details' },
          { DELIMITER: { SIZE: 200 } },
          { LINK: { LINK: 'https://example.com', NAME: 'Open' } },
        ],
      },
    ],
  });
});
