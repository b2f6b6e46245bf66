import { expect, it } from 'vitest';
import { sentAs } from './sent-as.ts';

it.each([
  [{ FILTER: 1 }, 1],
  [{ filter: 2 }, 2],
  [{ FILTER: 1, filter: 2 }, 2],
  [{ filter: 2, FILTER: 1 }, 1],
  [{ FILTER: 1, Filter: null }, null],
  [{ FILTERS: 1 }, undefined],
])('of the names in %j that differ in case only, the later one counts (R42)', (sent, value) => {
  expect(sentAs('FILTER', sent)).toBe(value);
});

it('holds within an object, too', () => {
  expect(sentAs('FIELDS.CODE', { fields: { CODE: 'a', code: 'b' } })).toBe('b');
  expect(sentAs('FIELDS.CODE', { FIELDS: { CODE: 'a' }, fields: { Code: 'c' } })).toBe('c');
});
