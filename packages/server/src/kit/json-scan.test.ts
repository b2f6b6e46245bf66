import { describe, expect, test } from 'vitest';
import { JsonScan, MAX_DEPTH, MAX_FIELDS, parseMeasured, TooMuchJson } from './json-scan.ts';

/** In pieces, as a body comes. */
function scan(text: string, size = text.length): void {
  const bytes = Buffer.from(text);
  const scanner = new JsonScan();
  for (let at = 0; at < bytes.length; at += size) scanner.take(bytes.subarray(at, at + size));
}

const list = (length: number) => `[${Array(length).fill(1).join()}]`;
const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

describe('a JSON text before it is parsed', () => {
  test('may hold so many fields', () => {
    expect(() => scan(list(MAX_FIELDS))).not.toThrow();
    expect(() => scan(list(MAX_FIELDS + 1))).toThrow(`There are more than ${MAX_FIELDS} fields`);
    expect(() => scan(`[${'{},'.repeat(MAX_FIELDS / 2)}{}]`)).toThrow('fields');
  });

  test('may be so deep', () => {
    expect(() => scan(deep(MAX_DEPTH + 1))).not.toThrow();
    expect(() => scan(deep(MAX_DEPTH + 2))).toThrow(`deeper than ${MAX_DEPTH} levels`);
    expect(() => scan(`[${'[],'.repeat(100)}[]]`)).not.toThrow();
  });

  test('counts nothing within texts, wherever they are cut', () => {
    const text = JSON.stringify({ a: ',[{"'.repeat(MAX_FIELDS), b: '\\"', c: `${'\\'.repeat(99)}"` });
    for (const size of [1, 2, 3, 7, text.length]) expect(() => scan(text, size)).not.toThrow();
  });
});

describe('a JSON text that is measured and parsed', () => {
  const parse = (text: string) => parseMeasured(text, Buffer.from(text));

  test.each(['{"a":[1,{"b":null}]}', 'null', '7', deep(MAX_DEPTH + 1), list(MAX_FIELDS)])('is what it says', (text) => {
    expect(parse(text)).toEqual(JSON.parse(text));
  });

  test.each([deep(MAX_DEPTH + 2), '['.repeat(MAX_DEPTH + 2), deep(MAX_FIELDS), list(MAX_FIELDS + 1)])(
    'may hold too much, long or short, and well-formed or not',
    (text) => {
      expect(() => parse(text)).toThrow(TooMuchJson);
    },
  );

  test.each(['', ' ', '{', '{"a":1,}', `${list(MAX_FIELDS)}]`])('may be no JSON', (text) => {
    expect(() => parse(text)).toThrow(SyntaxError);
  });
});
