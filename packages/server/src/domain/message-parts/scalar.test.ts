import { expect, test } from 'vitest';
import { flag, integer, oneOf, text, textOrEmpty } from './scalar.ts';

test('numbers are text, nothing and objects are not', () => {
  expect(['a', 7, true].map(text)).toEqual(['a', '7', '1']);
  expect(['', null, undefined, false, {}, []].map(text)).toEqual(Array(6).fill(undefined));
});

test('an empty text can be told from none', () => {
  expect(textOrEmpty('')).toBe('');
  expect(textOrEmpty(undefined)).toBeUndefined();
});

test('whole numbers come as numbers or digits', () => {
  expect([200, '200', ' 200 '].map(integer())).toEqual([200, 200, 200]);
});

test('what is no whole number from the least one up is left out', () => {
  const unreadable = [0, '0', -1, 1.5, '1.5', '200px', '', '9'.repeat(16), 1e21, Number.NaN, null, [5]];
  expect(unreadable.map(integer())).toEqual(Array(unreadable.length).fill(undefined));
  expect(['0', -0].map(integer(0))).toEqual([0, 0]);
});

test('flags come as Y and N, 1 and 0, true and false', () => {
  expect(['Y', 'y', 1, '1', true, 'true'].map(flag)).toEqual(Array(6).fill('Y'));
  expect(['N', 'n', 0, '0', false, 'false'].map(flag)).toEqual(Array(6).fill('N'));
  expect(flag('perhaps')).toBeUndefined();
});

test('a word is found in any case, an unknown one is left out (R10)', () => {
  const read = oneOf('LINE', 'BLOCK');
  expect([read('LINE'), read('line'), read('COLUMN'), read(undefined)]).toEqual(['LINE', 'LINE', undefined, undefined]);
});
