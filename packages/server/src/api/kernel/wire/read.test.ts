import { describe, expect, it } from 'vitest';
import { toCursor, toFlag, toId, toInteger, toList, toObject, toText } from './read.ts';

describe('what comes over the wire', () => {
  it('is a number as a number or as its digits', () => {
    expect([7, '7', ' 7 ', '-7', '+7'].map(toInteger)).toEqual([7, 7, 7, -7, 7]);
    for (const raw of ['', '7.5', 7.5, '7a', '0x7', '7.5e0', Number.NaN, '9'.repeat(16), true, null, [], {}])
      expect(toInteger(raw)).toBeUndefined();
  });

  it('is no number when it is longer than any', () => {
    expect(toInteger(`${' '.repeat(200)}7`)).toBeUndefined();
  });

  it('is a number to read on from, however large', () => {
    const largest = Number.MAX_SAFE_INTEGER;
    expect([0, '12', '9223372036854775807', 1e300, '-9223372036854775808'].map(toCursor)).toEqual([
      0,
      12,
      largest,
      largest,
      -largest,
    ]);
    for (const raw of ['', 'x', 1.5, '1.5', Number.POSITIVE_INFINITY, '9'.repeat(50), [], true])
      expect(toCursor(raw)).toBeUndefined();
  });

  it('is JSON with emojis as some languages escape them, and without what could not be kept', () => {
    expect(toList('["\\ud83d\\ude00"]')).toEqual(['😀']);
    for (const text of ['["\\u0000"]', '["\\ud83d"]', '{"\\u0000":1}']) {
      expect(toList(text)).toBeUndefined();
      expect(toObject(text)).toBeUndefined();
    }
  });

  it('is an id from 0 up', () => {
    expect([0, '0', '457', -1, '-1'].map(toId)).toEqual([0, 0, 457, undefined, undefined]);
  });

  it('is a flag in any of its spellings, and nothing otherwise', () => {
    for (const raw of [true, 1, '1', 'Y', 'y', 'true']) expect(toFlag(raw)).toBe(true);
    for (const raw of [false, 0, '0', 'N', 'n', 'false']) expect(toFlag(raw)).toBe(false);
    for (const raw of ['yes', 2, '', null, undefined, []]) expect(toFlag(raw)).toBeUndefined();
  });

  it('is text where it is text, a number or a flag as PHP writes it', () => {
    expect(['a', 7, true, false].map(toText)).toEqual(['a', '7', '1', '']);
    for (const raw of [null, undefined, [], {}]) expect(toText(raw)).toBeUndefined();
  });

  it('is a list as a list, as JSON, or as the map that a form makes of it', () => {
    expect([['a', 'b'], '["a","b"]', { 0: 'a', 1: 'b' }, {}].map(toList)).toEqual([
      ['a', 'b'],
      ['a', 'b'],
      ['a', 'b'],
      [],
    ]);
    for (const raw of ['a', '[', { a: 1 }, 7, null]) expect(toList(raw)).toBeUndefined();
  });

  it('is a map as a map, as JSON, or as the empty list that PHP makes of an empty one', () => {
    expect([{ a: 1 }, '{"a":1}', []].map(toObject)).toEqual([{ a: 1 }, { a: 1 }, {}]);
    for (const raw of ['a', '{', [1], 7, null]) expect(toObject(raw)).toBeUndefined();
  });
});
