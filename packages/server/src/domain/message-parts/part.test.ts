import { expect, test } from 'vitest';
import { type Demand, REFUSED } from './document.ts';
import { type PartLimit, parsePart } from './part.ts';

const readList: Demand<readonly unknown[]> = (raw) => (Array.isArray(raw) ? raw : REFUSED);

function parseList(raw: unknown, limit: PartLimit = {}) {
  return parsePart('LIST', raw, limit, readList);
}

test.each([undefined, null, '', '  ', 'N', 'null', '[]', '{}', '""', '"N"', [], {}, false, 0, '0'])(
  '%j means none (R31)',
  (raw) => {
    expect(parseList(raw)).toEqual({ ok: true, value: null });
  },
);

test('a document may come as JSON text', () => {
  expect(parseList('[1,2]')).toEqual({ ok: true, value: [1, 2] });
});

test.each(['Y', '[1,2', '{"BLOCKS":', 'true', '"[1]"', 'NaN'])('the text %j is invalid', (raw) => {
  expect(parseList(raw)).toMatchObject({ ok: false, fault: 'invalid' });
});

test('bytes are counted in UTF-8', () => {
  expect(parseList(['é€😀'], { bytes: 13 })).toMatchObject({ ok: true });
  expect(parseList(['é€😀'], { bytes: 12 })).toMatchObject({ ok: false, fault: 'oversize' });
});

test('an emoji is one character', () => {
  expect(parseList(['é€😀'], { characters: 7 })).toMatchObject({ ok: true });
  expect(parseList(['é€😀'], { characters: 6 })).toMatchObject({ ok: false, fault: 'oversize' });
});

test('what is too long is left out where that is the rule, and told (R48)', () => {
  expect(parseList(['long'], { characters: 3, isLostWhenTooLong: true })).toEqual({
    ok: true,
    value: null,
    dropped: [{ where: 'LIST', why: 'is longer than 3 characters' }],
  });
});

test('what is stored is measured, not the JSON text that was sent', () => {
  expect(parseList(`[${' '.repeat(1000)}"\\u00e9"]`, { bytes: 6 })).toEqual({ ok: true, value: ['é'] });
});

test('a wrong document is invalid, however long it is', () => {
  expect(parseList({ a: 'x'.repeat(100) }, { bytes: 10 })).toMatchObject({ ok: false, fault: 'invalid' });
});
