import { expect, it } from 'vitest';
import { wholeNumber } from './whole-number.ts';

it.each([
  ['12', 12],
  [' -3 ', -3],
  ['1.0E+15', 1_000_000_000_000_000],
  ['12.0', 12],
  ['1.5e1', 15],
  ['12E0', 12],
  ['1.5', undefined],
  ['1.', undefined],
  ['1.5E0', undefined],
  ['1.0E+16', undefined],
  ['1E99', undefined],
  ['E5', undefined],
  ['0x10', undefined],
  ['', undefined],
])('%j is %s', (text, value) => {
  expect(wholeNumber(text)).toBe(value);
});
