import { expect, test } from 'vitest';
import { buildPhpQuery } from './build.ts';
import { parsePhpQuery } from './parse.ts';

test('an event is written in brackets, in the order of its keys', () => {
  const event = {
    event: 'ONIMBOTMESSAGEADD',
    data: { BOT: { '39': { BOT_ID: 39 } }, PARAMS: { MESSAGE: 'Hello, world!', FILES: ['7', '9'] } },
    ts: 1767603600,
  };
  expect(buildPhpQuery(event)).toBe(
    'event=ONIMBOTMESSAGEADD&data%5BBOT%5D%5B39%5D%5BBOT_ID%5D=39&data%5BPARAMS%5D%5BMESSAGE%5D=Hello%2C+world%21' +
      '&data%5BPARAMS%5D%5BFILES%5D%5B0%5D=7&data%5BPARAMS%5D%5BFILES%5D%5B1%5D=9&ts=1767603600',
  );
});

test('null is an empty text in an event, and left out as PHP leaves it out', () => {
  const value = { a: null, b: [null, 1] };
  expect(buildPhpQuery(value)).toBe('a=&b%5B0%5D=&b%5B1%5D=1');
  expect(buildPhpQuery(value, { nulls: 'omitted' })).toBe('b%5B1%5D=1');
});

test('true is 1 and false is 0', () => {
  expect(buildPhpQuery({ a: true, b: false })).toBe('a=1&b=0');
});

test('what is empty or undefined leaves no trace', () => {
  expect(buildPhpQuery({ a: [], b: {}, c: { d: [[]] }, e: undefined, f: '' })).toBe('f=');
});

test('integers of any size are written with all their digits', () => {
  expect(buildPhpQuery({ a: 2 ** 53, b: 2n ** 64n })).toBe('a=9007199254740992&b=18446744073709551616');
});

test('numbers that JSON does not know have the names they have in PHP', () => {
  expect(buildPhpQuery({ a: Number.NaN, b: Number.POSITIVE_INFINITY, c: Number.NEGATIVE_INFINITY })).toBe(
    'a=NAN&b=INF&c=-INF',
  );
});

test('half a character does not keep an event from being sent', () => {
  expect(parsePhpQuery(buildPhpQuery({ a: 'x\ud83d y', 'b\udc00': '😀' }))).toEqual({
    a: 'x\ufffd y',
    'b\ufffd': '😀',
  });
});

test('a key that JavaScript knows is written like any other', () => {
  expect(buildPhpQuery(JSON.parse('{"__proto__":{"constructor":1}}'))).toBe('__proto__%5Bconstructor%5D=1');
});

test('what stood under a name in the query before leaves no trace in the next', () => {
  const values = ['1', 1, true, '', false, 0, undefined, null, 0, undefined, 1n, Number.NaN, '1'];
  expect(values.map((value) => buildPhpQuery({ a: { b: value } }))).toEqual(
    ['=1', '=1', '=1', '=', '=0', '=0', '', '=', '=0', '', '=1', '=NAN', '=1'].map((end) => end && `a%5Bb%5D${end}`),
  );
});

test('names are right however many there are, and however long', () => {
  for (let i = 0; i < 30_000; i += 1) expect(buildPhpQuery({ a: { [i]: { b: i } } })).toBe(`a%5B${i}%5D%5Bb%5D=${i}`);
  const long = 'x'.repeat(1_000);
  expect(buildPhpQuery({ [long]: { a: 1, [long]: 2 } })).toBe(`${long}%5Ba%5D=1&${long}%5B${long}%5D=2`);
});
