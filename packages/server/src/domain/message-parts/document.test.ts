import { expect, test } from 'vitest';
import { both, type Demand, list, Notes, REFUSED, required, shape } from './document.ts';
import { integer, text } from './scalar.ts';

interface Card {
  readonly TITLE: string;
  readonly SIZE?: number;
}

const card = shape<Card>({ TITLE: required(text), SIZE: integer() });
const reading =
  <T>(read: Demand<T>) =>
  (raw: unknown) =>
    read(raw, new Notes('CARDS'));
const readCard = reading(card);

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
  const read = readCard(JSON.parse('{"TITLE":"Report","__proto__":{"SIZE":9,"polluted":true}}'));
  expect(read).toEqual({ TITLE: 'Report' });
  expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
  expect({}).not.toHaveProperty('polluted');
});

test('a list comes as an array or as the numbered object of a form', () => {
  const readCards = reading(list('card', card));
  expect(readCards([{ TITLE: 'a' }, { TITLE: 'b' }])).toEqual([{ TITLE: 'a' }, { TITLE: 'b' }]);
  expect(readCards({ 0: { TITLE: 'a' }, 2: { TITLE: 'b' } })).toEqual([{ TITLE: 'a' }, { TITLE: 'b' }]);
});

test('an item that is wrong is left out, and it is told which and why (R48)', () => {
  const notes = new Notes('CARDS');
  expect(list('card', card)([{ TITLE: 'a' }, null, { NAME: 'Third', SIZE: 3 }], notes)).toEqual([{ TITLE: 'a' }]);
  expect(notes.dropped).toEqual([
    { where: 'CARDS, card 2', why: 'is not an object' },
    { where: 'CARDS, card 3 "Third"', why: 'TITLE is missing or cannot be used' },
  ]);
});

test('a list without items, or without a good one, is refused', () => {
  const readCards = reading(list('card', card));
  expect(readCards([])).toBe(REFUSED);
  expect(readCards([{ SIZE: 1 }, null])).toBe(REFUSED);
  expect(readCards({ first: { TITLE: 'a' } })).toBe(REFUSED);
});

test('what two readers know of one object is put together', () => {
  const read = reading(both(card, shape<{ readonly NOTE?: string }>({ NOTE: text })));
  expect(read({ TITLE: 'a', NOTE: 'n' })).toEqual({ TITLE: 'a', NOTE: 'n' });
  expect(read({ NOTE: 'n' })).toBe(REFUSED);
});
