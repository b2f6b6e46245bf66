import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keysInJson } from './json-keys.ts';

test('keys are found in the order in which they stand, with where their values begin', () => {
  const text = '{ "b" : {"x": 1, "a": [{"y": 2}]}, "2": "}\\"{", "\\u0061": null , "1":[ ] }';
  const found = [...keysInJson(text, 0)];
  expect(found.map(([key, at]) => [key, text.slice(at, at + 4)])).toEqual([
    ['b', '{"x"'],
    ['2', '"}\\"'],
    ['a', 'null'],
    ['1', '[ ] '],
  ]);
  expect([...keysInJson(text, text.indexOf('{"x"')).keys()]).toEqual(['x', 'a']);
});

test('whatever an object holds, its keys are all there', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.constantFrom(undefined, 2), (object, indent) => {
      const text = JSON.stringify(object, undefined, indent);
      expect([...keysInJson(text, 0).keys()]).toEqual(Object.keys(JSON.parse(text)));
    }),
  );
});

test('a text of megabytes is passed over in no time worth naming', () => {
  const text = JSON.stringify({ a: '\\"'.repeat(1_000_000), b: 1 });
  expect([...keysInJson(text, 0).keys()]).toEqual(['a', 'b']);
});
