import { expect, test } from 'vitest';
import { both, list, REFUSED, required, shape } from './document.ts';
import { integer, text } from './scalar.ts';

interface Card {
  readonly TITLE: string;
  readonly SIZE?: number;
}

const readCard = shape<Card>({ TITLE: required(text), SIZE: integer() });

test('a document keeps the keys of its format and drops all others', () => {
  expect(readCard({ TITLE: 'Report', SIZE: '12', EXTRA: { deep: true } })).toEqual({ TITLE: 'Report', SIZE: 12 });
});

test('a document without what it needs is refused', () => {
  expect(readCard({ SIZE: 12 })).toBe(REFUSED);
  expect(readCard('Report')).toBe(REFUSED);
  expect(readCard(['Report'])).toBe(REFUSED);
});

test('a key that is only inherited counts for nothing', () => {
  expect(readCard(Object.create({ TITLE: 'Report' }))).toBe(REFUSED);
});

test('a key named __proto__ changes no prototype', () => {
  const card = readCard(JSON.parse('{"TITLE":"Report","__proto__":{"SIZE":9,"polluted":true}}'));
  expect(card).toEqual({ TITLE: 'Report' });
  expect(Object.getPrototypeOf(card)).toBe(Object.prototype);
  expect({}).not.toHaveProperty('polluted');
});

test('a list comes as an array or as the numbered object of a form', () => {
  const readCards = list(readCard);
  expect(readCards([{ TITLE: 'a' }, { TITLE: 'b' }])).toEqual([{ TITLE: 'a' }, { TITLE: 'b' }]);
  expect(readCards({ 0: { TITLE: 'a' }, 2: { TITLE: 'b' } })).toEqual([{ TITLE: 'a' }, { TITLE: 'b' }]);
});

test('a list without items, or with one that is wrong, is refused', () => {
  const readCards = list(readCard);
  expect(readCards([])).toBe(REFUSED);
  expect(readCards([{ TITLE: 'a' }, null])).toBe(REFUSED);
  expect(readCards({ first: { TITLE: 'a' } })).toBe(REFUSED);
});

test('what two readers know of one object is put together', () => {
  const read = both(readCard, shape<{ readonly NOTE?: string }>({ NOTE: text }));
  expect(read({ TITLE: 'a', NOTE: 'n' })).toEqual({ TITLE: 'a', NOTE: 'n' });
  expect(read({ NOTE: 'n' })).toBe(REFUSED);
});
