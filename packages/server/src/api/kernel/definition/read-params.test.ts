import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { done } from '#kit/outcome.ts';
import type { Method } from './defined-method.ts';
import { type Fields, lenient, optional, readWith, required } from './field.ts';
import { defineMethod } from './method.ts';
import { droppedFrom, readParams } from './read-params.ts';

function method(params: Fields): Method {
  return defineMethod({
    name: 'test.method',
    summary: 'Reads parameters.',
    page: 'nowhere',
    scope: 'basic',
    params,
    errors: [],
    result: z.number(),
    example: { params: {}, result: 1 },
    handle: async () => done(1),
  });
}

describe('parameters', () => {
  const nested = { 'FIELDS.CODE': optional('Code', z.string()), CLIENT_ID: optional('Client', z.string()) };
  const read = (sent: Record<string, unknown>) => readParams(method(nested), sent).values;

  it('are found whatever their case, as documented first', () => {
    expect(read({ client_id: 'lower' })).toMatchObject({ CLIENT_ID: 'lower' });
    expect(read({ client_id: 'lower', CLIENT_ID: 'upper' })).toMatchObject({ CLIENT_ID: 'upper' });
  });

  it('are found within others: in objects, in their JSON, in any case', () => {
    expect(read({ FIELDS: { CODE: 'a' } })).toMatchObject({ 'FIELDS.CODE': 'a' });
    expect(read({ FIELDS: '{"CODE":"a"}' })).toMatchObject({ 'FIELDS.CODE': 'a' });
    expect(read({ fields: { code: 'a' } })).toMatchObject({ 'FIELDS.CODE': 'a' });
  });

  it('are absent where the others are no objects', () => {
    for (const FIELDS of ['', 'text', 7, [], [1], null])
      expect(read({ FIELDS })).toMatchObject({ 'FIELDS.CODE': undefined });
  });

  it('are not taken from what every object has', () => {
    const { values, faulty } = readParams(method({ constructor: optional('Trap', z.unknown()) }), {});
    expect(Object.hasOwn(values, 'constructor') && values['constructor']).toBeUndefined();
    expect([...faulty]).toEqual([]);
  });

  it('are what they fall back to when they are left out, and an object of their own', () => {
    const found = {
      WORDS: lenient('Words', z.array(z.string()), () => ['a']),
      SORT: optional('Sort', z.string(), 'id'),
    };
    const subject = method(found);
    const [one, other] = [readParams(subject, {}), readParams(subject, {})];
    expect(one.values).toEqual({ WORDS: ['a'], SORT: 'id' });
    expect(one.values['WORDS']).not.toBe(other.values['WORDS']);
  });

  it('count as they were sent last, with what is wrong with them', () => {
    const counted = { COUNT: optional('Count', z.number()), NAME: required('Name', z.string()) };
    const faults = (sent: Record<string, unknown>) => [...readParams(method(counted), sent).faulty];
    expect(faults({ NAME: 'a', count: 'x', COUNT: 1 })).toEqual([]);
    expect(faults({ NAME: 'a', count: 1, COUNT: 'x' })).toEqual(['COUNT']);
    // In the order of the method, whatever the order of the call.
    expect(faults({ name: 7, count: 'x' })).toEqual(['COUNT', 'NAME']);
    expect(faults({})).toEqual(['NAME']);
  });

  it('keep what was left out of them, each under its own name', () => {
    const cut = readWith<string>(z.string(), () => ({
      ok: true,
      value: '',
      dropped: [{ where: '', why: 'is too long' }],
    }));
    const read = readParams(method({ TEXT: optional('Text', cut), MENU: optional('Menu', cut) }), {
      MENU: 'm',
      TEXT: 't',
    });
    expect(droppedFrom(read)).toEqual([
      { where: 'TEXT', why: 'is too long' },
      { where: 'MENU', why: 'is too long' },
    ]);
    expect(droppedFrom(readParams(method({ TEXT: optional('Text', cut) }), {}))).toBeUndefined();
  });
});
