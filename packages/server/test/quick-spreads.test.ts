import { describe, expect, test } from 'vitest';
import { quickSpreads, withoutFirstSpreads, withQuickSpreads } from '../bin/quick-spreads.mjs';

const made = (code: string) => withQuickSpreads(withoutFirstSpreads(code, 'line.ts'));

describe('an object that begins with a spread', () => {
  test.each([
    ['const a = { ...b, c: 1 };', 'const a = { ...null, ...b, c: 1 };'],
    ['const a = { ...b, ...c };', 'const a = { ...null, ...b, ...c };'],
    [
      'const a: A = { ...{ ...b, c }, d: (e as F).g };',
      'const a: A = { ...null, ...{ ...null, ...b, c }, d: (e as F).g };',
    ],
    [
      'const a = (b) => ({\n  ...(b && { b }),\n  c,\n});',
      'const a = (b) => ({\n  ...null, ...(b && { b }),\n  c,\n});',
    ],
  ])('has nothing spread before: %s', (before, after) => {
    expect(made(before)).toBe(after);
  });

  test.each([
    ['const a = { ...b };'],
    ['const a = { c: 1, ...b };'],
    ['const a = [...b, c];'],
    ['const { a, ...b } = c;'],
    ["const a = '{ ...b, c }'; // { ...b, c }"],
  ])('stays where nothing is added to a spread: %s', (code) => {
    expect(made(code)).toBe(code);
  });

  test('is the same object', () => {
    const b = { a: 1, c: 2 };
    const run = (code: string) => new Function('b', `return ${code}`)(b);
    const code = '({ ...b, c: 3, d: 4 })';
    expect(Object.entries(run(made(code)))).toEqual(Object.entries(run(code)));
  });

  test('is left alone outside of the sources', () => {
    const code = 'const a = { ...b, c: 1 };';
    expect(quickSpreads().transform(code, '/portal/node_modules/some/src/index.js')).toBeUndefined();
    expect(quickSpreads().transform(code, '/portal/packages/server/src/kit/some.ts')).toBeDefined();
  });
});
