import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { done, refused } from '#kit/outcome.ts';
import { type Fields, optional } from './field.ts';
import { guard, lookup } from './lookup.ts';
import { defineMethod } from './method.ts';

/*
 * Fields and rows whose names the compiler has lost, as in those that are made from a list: what it cannot see then is
 * refused when the definition is loaded.
 */

const unnamed: Fields = { NAME: optional('Name', z.string()), CODE: optional('Code', z.string()) };
const documented = {
  name: 'test.method',
  summary: 'Shows what can be loaded.',
  page: 'nowhere',
  scope: 'basic',
  params: unnamed,
  result: z.number(),
  example: { params: {}, result: 1 },
  handle: async () => done(1),
};
const named = lookup(['name_unknown'], async (_, name: unknown) => (name ? done(name) : refused('name_unknown')));
const free = guard(['name_taken', 'name_reserved'], async (_, name: unknown) =>
  name ? done(true) : refused('name_taken'),
);
const row = (refusal: string | string[], more: object = {}) => ({
  code: 'X',
  message: 'No',
  refused: refusal,
  ...more,
});

describe('a definition can be loaded', () => {
  it('when every guard and look-up is placed by a row and reads what the method has', () => {
    const method = defineMethod({
      ...documented,
      guards: [({ NAME }) => free(NAME) as never],
      load: { one: ({ CODE }) => named(CODE) },
      errors: [row(['name_taken', 'name_reserved', 'name_unknown'])],
    });
    expect([method.guards.length, Object.keys(method.load)]).toEqual([1, ['one']]);
  });
});

describe('a definition cannot be loaded', () => {
  it.each([
    ['without a row for one of several reasons of a guard', [row('name_taken')], '"name_reserved" of guard 1'],
    ['without any row for them', [], '"name_taken" of guard 1; no row of the error table answers "name_reserved"'],
  ])('%s', (_, errors, fault) => {
    expect(() => defineMethod({ ...documented, guards: [({ NAME }) => free(NAME) as never], errors })).toThrow(fault);
  });

  it('with a step that would not run, because it writes itself', () => {
    const step = async () => false;
    expect(() => defineMethod({ ...documented, step, errors: [] })).toThrow('it has a step');
    expect(defineMethod({ ...documented, reads: true, step, errors: [] }).step).toBe(step);
  });

  it('with a look-up that is not used and has no row', () => {
    expect(() => defineMethod({ ...documented, load: { one: ({ CODE }) => named(CODE) }, errors: [] })).toThrow(
      'test.method cannot be defined: no row of the error table answers "name_unknown" of the look-up "one"',
    );
  });

  it('with a guard or a look-up that reads a parameter which the method lacks', () => {
    const errors = [row(['name_taken', 'name_reserved', 'name_unknown'])];
    expect(() => defineMethod({ ...documented, guards: [({ TITLE }) => free(TITLE) as never], errors })).toThrow(
      'guard 1 reads "TITLE"',
    );
    expect(() => defineMethod({ ...documented, load: { one: ({ TITLE }) => named(TITLE) }, errors })).toThrow(
      'the look-up "one" reads "TITLE"',
    );
  });

  it.each([
    ['missing', { missing: 'TITLE' }],
    ['invalid', { invalid: 'TITLE' }],
    ['oversize', { oversize: 'TITLE' }],
    ['wrong', { wrong: 'TITLE' }],
    ['read', { when: ({ TITLE }: Readonly<Record<string, unknown>>) => TITLE === '' }],
    ['asked about', { when: (_: unknown, faulty: ReadonlySet<string>) => faulty.has('TITLE') }],
  ])('with a row about a parameter that it lacks, where it is %s', (_, about) => {
    expect(() => defineMethod({ ...documented, errors: [{ code: 'X', message: 'No', ...about }] })).toThrow(
      'test.method cannot be defined: the row "X: No" is about "TITLE"',
    );
  });
});
