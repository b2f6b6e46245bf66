import { expect, test } from 'vitest';
import { byteRange } from './byte-range.ts';

test('the first, the last and the middle bytes can be asked for', () => {
  expect(byteRange('bytes=0-0', 10)).toEqual({ from: 0, to: 0 });
  expect(byteRange('bytes=4-', 10)).toEqual({ from: 4, to: 9 });
  expect(byteRange('bytes=2-5', 10)).toEqual({ from: 2, to: 5 });
  expect(byteRange('bytes=2-500', 10)).toEqual({ from: 2, to: 9 });
  expect(byteRange('bytes=-3', 10)).toEqual({ from: 7, to: 9 });
  expect(byteRange('bytes=-300', 10)).toEqual({ from: 0, to: 9 });
});

test('bytes behind the end are none', () => {
  for (const header of ['bytes=10-', 'bytes=10-12', 'bytes=-0']) expect(byteRange(header, 10)).toBe('none');
});

test('what cannot be read, and several ranges, ask for everything', () => {
  for (const header of [undefined, '', 'bytes=-', 'bytes=5-2', 'bytes=0-1,4-5', 'lines=1-2', 'bytes=a-b'])
    expect(byteRange(header, 10)).toBeUndefined();
});
