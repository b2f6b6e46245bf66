import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cheapest } from '../../../test/cpu-time.ts';
import { BadQuery } from './bad-query.ts';
import { buildPhpQuery } from './build.ts';
import { parsePhpQuery } from './parse.ts';

test('a form of a bot becomes lists and objects', () => {
  const form = 'BOT_ID=39&MESSAGE=Hi+%D0%90&KEYBOARD[0][TEXT]=Yes&KEYBOARD[1][TEXT]=No&data[BOT][39][BOT_CODE]=echo';
  expect(parsePhpQuery(form)).toEqual({
    BOT_ID: '39',
    MESSAGE: 'Hi А',
    KEYBOARD: [{ TEXT: 'Yes' }, { TEXT: 'No' }],
    data: { BOT: { '39': { BOT_CODE: 'echo' } } },
  });
});

describe('lists', () => {
  test('are what has the keys 0, 1, 2 in that order, however they were written', () => {
    expect(parsePhpQuery('a[]=x&a[1]=y&a[]=z')).toEqual({ a: ['x', 'y', 'z'] });
  });

  test.each([
    ['with a gap', 'a[0]=x&a[2]=y', { '0': 'x', '2': 'y' }],
    ['from 1', 'a[1]=x&a[2]=y', { '1': 'x', '2': 'y' }],
    ['out of order', 'a[1]=x&a[0]=y', { '0': 'y', '1': 'x' }],
    ['with a key of text', 'a[]=x&a[k]=y&a[]=z', { '0': 'x', k: 'y', '1': 'z' }],
    ['with a fraction', 'a[]=x&a[0.5]=y', { '0': 'x', '0.5': 'y' }],
    ['with a negative key', 'a[]=x&a[-1]=y', { '0': 'x', '-1': 'y' }],
  ])('%s are objects', (_, query, value) => {
    expect(parsePhpQuery(query)).toEqual({ a: value });
  });

  test('may be long: 5,000 items stay a list', () => {
    const a = Array.from({ length: 5_000 }, (_, index) => String(index));
    expect(parsePhpQuery(a.map((item) => `a[]=${item}`).join('&'))).toEqual({ a });
  });
});

describe('names that mean something to JavaScript', () => {
  test('are keys like any other', () => {
    const value = parsePhpQuery('__proto__[x]=1&a[__proto__][y]=2&a[constructor][prototype][z]=3&b[]=4&b[__proto__]=5');
    expect(JSON.stringify(value)).toBe(
      '{"__proto__":{"x":"1"},"a":{"__proto__":{"y":"2"},"constructor":{"prototype":{"z":"3"}}},"b":{"0":"4","__proto__":"5"}}',
    );
    expect(Object.getPrototypeOf(value)).toBeNull();
    expect(Object.getPrototypeOf(value.a)).toBeNull();
  });

  test('change no object that is not theirs', () => {
    parsePhpQuery(
      '__proto__[p]=1&constructor[prototype][p]=1&a[__proto__][p]=1&b[]=1&b[__proto__][p]=1&b[length]=9&c[__proto__][__proto__][p]=1',
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect('p' in {} || 'p' in []).toBe(false);
  });

  test('are not there unless they were sent', () => {
    const value = parsePhpQuery('a[b]=1');
    for (const name of ['constructor', 'toString', '__proto__']) expect(value[name]).toBeUndefined();
  });
});

describe('limits', () => {
  const deep = (levels: number): string => `a=1&a${'[b]'.repeat(levels)}=2`;
  const wide = (fields: number): string => Array.from({ length: fields }, (_, index) => `f${index}=`).join('&');

  test('are 16 levels of brackets and 5,000 fields', () => {
    expect(() => parsePhpQuery(deep(16))).not.toThrow();
    expect(() => parsePhpQuery(deep(17))).toThrow(
      new BadQuery('The name of a field has brackets deeper than 16 levels'),
    );
    expect(Object.keys(parsePhpQuery(wide(5_000)))).toHaveLength(5_000);
    expect(() => parsePhpQuery(wide(5_001))).toThrow(new BadQuery('There are more than 5000 fields'));
  });

  test('may be set', () => {
    expect(() => parsePhpQuery(deep(3), { levels: 2 })).toThrow('2 levels');
    expect(() => parsePhpQuery(wide(3), { fields: 2 })).toThrow('2 fields');
    expect(() => parsePhpQuery(deep(40), { levels: 40 })).not.toThrow();
  });
});

describe('nothing that can be sent', () => {
  test('makes it throw anything else', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab01[]&=%+. \0é\ud83d%fF-_') }), (text) => {
        expect(typeof parsePhpQuery(text, { levels: 1_000 })).toBe('object');
      }),
    );
  });

  const MEGABYTE = 2 ** 20;
  const filled = (piece: string): string => piece.repeat(MEGABYTE / piece.length);
  const fields = (one: (index: number) => string): string =>
    Array.from({ length: 5_000 }, (_, index) => one(index)).join('&');

  // A megabyte each, where a limit does not stop it before.
  test.each([
    ['separators', filled('&')],
    ['empty fields', filled('a&')],
    ['percent signs', `a=${filled('%')}`],
    ['bad bytes', `${filled('%ff')}=1`],
    ['plus signs', `a=${filled('+')}`],
    ['dots in a name', filled('a.')],
    ['spaces before a name', `${filled(' ')}a`],
    ['opened brackets', `a${filled('[')}`],
    ['closed brackets', `a[${filled(']')}`],
    ['pairs of brackets', `a${filled('[]')}`],
    ['long fields without a value', fields(() => 'a'.repeat(208))],
    ['fields of opened brackets', fields(() => `a[]${'['.repeat(205)}`)],
    ['free indexes beside a key', fields((index) => (index === 0 ? 'a[x]=' : 'a[]='))],
    ['indexes from high to low', fields((index) => `a[${5_000 - index}]=`)],
    ['indexes that hash alike', fields((index) => `a[${index * 8_192}]=`)],
    ['lists within lists', fields(() => `a${'[]'.repeat(16)}=`)],
  ])('takes more than 100 ms of a processor, such as %s', (_, text) => {
    expect(cheapest(() => attempt(text), 100)).toBeLessThan(100);
  });

  test('takes more than twice what the same would as JSON, such as 80,000 objects with one key each', () => {
    const text = fields(
      (index) => `a[${index}]${Array.from({ length: 15 }, (_, level) => `[k${index}_${level}]`).join('')}=`,
    );
    const json = JSON.stringify(parsePhpQuery(text));
    const limit = Math.max(100, 2 * cheapest(() => JSON.parse(json)));
    expect(cheapest(() => attempt(text), limit)).toBeLessThan(limit);
  });
});

function attempt(text: string): void {
  try {
    parsePhpQuery(text);
  } catch (error) {
    if (!(error instanceof BadQuery)) throw error;
  }
}

test('reading what was written gives the same again', () => {
  // Names of variables have odd characters replaced; keys in brackets cannot hold "]", nor be white space alone.
  const variable = fc.stringMatching(/^[A-Za-z][\w-]{0,8}$/);
  const key = fc.oneof(variable, fc.stringMatching(/^[a-z][^\]\0]{0,5}$/), fc.nat(50).map(String));
  const value = fc.letrec<{ any: unknown }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 4 },
      fc.string({ unit: 'binary' }),
      fc.array(tie('any'), { minLength: 1, maxLength: 3 }),
      fc.dictionary(key, tie('any'), { minKeys: 1, maxKeys: 3 }),
    ),
  })).any;
  fc.assert(
    fc.property(fc.dictionary(variable, value, { maxKeys: 5 }), (sent) => {
      expect(parsePhpQuery(buildPhpQuery(sent))).toEqual(asListsWhereKeysAre(sent));
    }),
  );
});

/** An object with the keys 0, 1, 2 ... and a list are the same to PHP. */
function asListsWhereKeysAre(sent: Readonly<Record<string, unknown>>): unknown {
  return Object.fromEntries(Object.entries(sent).map(([key, value]) => [key, asPhpArray(value)]));
}

function asPhpArray(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, asPhpArray(item)] as const);
  return entries.every(([key], index) => key === String(index))
    ? entries.map(([, item]) => item)
    : Object.fromEntries(entries);
}
