import { describe, expect, it } from 'vitest';
import { shapeDifferences } from './compare-shape.ts';

describe('the comparison of shapes', () => {
  it('finds nothing where only values differ', () => {
    expect(shapeDifferences({ id: 1, names: ['a'] }, { id: 2, names: ['b', 'c'] })).toEqual([]);
  });

  it('finds keys that are missing and keys that are too many, at any depth', () => {
    expect(shapeDifferences({ user: { id: 1, name: 'a' } }, { user: { id: 1, nick: 'a' } })).toEqual([
      'result.user.name is missing',
      'result.user.nick is not documented',
    ]);
  });

  it('tells a number from the same number as text', () => {
    expect(shapeDifferences({ id: '1' }, { id: 1 })).toEqual(['result.id is number, documented is string']);
  });

  it('tells an empty list from an empty object', () => {
    expect(shapeDifferences([], {})).toEqual(['result is object, documented is list']);
  });

  it('wants a list to be non-empty where the documented one is', () => {
    expect(shapeDifferences({ items: [{ id: 1 }] }, { items: [] })).toEqual([
      'result.items[] is empty, the documented list is not',
    ]);
    expect(shapeDifferences({ items: [] }, { items: [1] })).toEqual([]);
  });

  it('compares each item with the documented item that is most like it', () => {
    const documented = [
      { type: 'text', text: 'a' },
      { type: 'image', url: 'u', width: 1 },
    ];
    expect(shapeDifferences(documented, [{ type: 'image', url: 'v', width: '2' }])).toEqual([
      'result[].width is string, documented is number',
    ]);
    expect(shapeDifferences(documented, [{ type: 'text', text: 'b' }])).toEqual([]);
  });

  it('compares the values of a map with dynamic keys like the items of a list', () => {
    const types = { 'result.users': 'object', 'result.users.{id}': 'object' };
    expect(
      shapeDifferences({ users: { 7: { id: 7 } } }, { users: { 21: { id: 21 }, 22: { name: 'x' } } }, types),
    ).toEqual(['result.users.{id}.id is missing', 'result.users.{id}.name is not documented']);
  });

  it('takes null for another value, and another value for null, only where the table says so', () => {
    expect(shapeDifferences({ at: 'today' }, { at: null })).toEqual(['result.at is null, documented is string']);
    expect(shapeDifferences({ at: 'today' }, { at: null }, { 'result.at': 'string|null' })).toEqual([]);
    expect(shapeDifferences({ at: null }, { at: null })).toEqual([]);
    expect(shapeDifferences({ at: null }, { at: 'today' })).toEqual(['result.at is string, documented is null']);
    expect(shapeDifferences({ at: null }, { at: 'today' }, { 'result.at': 'datetime' })).toEqual([]);
  });

  it('takes either type where the table gives two, and the example where it gives one', () => {
    expect(shapeDifferences({ count: 1 }, { count: false }, { 'result.count': 'integer|boolean' })).toEqual([]);
    expect(shapeDifferences({ count: '1' }, { count: 1 }, { 'result.count': 'integer' })).toEqual([
      'result.count is number, documented is string',
    ]);
  });
});
