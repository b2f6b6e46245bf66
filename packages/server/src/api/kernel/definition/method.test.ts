import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { done, type Outcome, refused } from '#kit/outcome.ts';
import { refusalError } from './check-table.ts';
import { optional, required } from './field.ts';
import { defineMethod, loader } from './method.ts';

/*
 * Most of these tests are run by the compiler: an expected error that does not come fails the check of types.
 */

const documented = {
  name: 'test.method',
  summary: 'Shows what compiles.',
  page: 'nowhere',
  scope: 'basic',
  result: z.number(),
  example: { params: {}, result: 1 },
};

async function closeDoor(isOpen: boolean): Promise<Outcome<number, 'door_missing' | 'door_locked'>> {
  return isOpen ? done(1) : refused('door_locked');
}

const door = loader(['door_missing'], async ({ params }: { params: { DOOR: number } }) =>
  params.DOOR > 0 ? done({ id: params.DOOR }) : refused('door_missing'),
);

const doorMissing = { code: 'DOOR_ERROR', message: 'Door not found', refused: 'door_missing' } as const;
const doorLocked = { code: 'LOCK_ERROR', message: 'Door is locked', refused: 'door_locked' } as const;

describe('a method definition', () => {
  it('compiles when each refusal of its action has a row', () => {
    const method = defineMethod({
      ...documented,
      params: {},
      errors: [doorMissing, doorLocked],
      handle: () => closeDoor(true),
    });
    expect(method.errors).toHaveLength(2);
  });

  it('compiles when one row stands for several refusals', () => {
    const both = { code: 'DOOR_ERROR', message: 'Nothing to close', refused: ['door_missing', 'door_locked'] } as const;
    expect(
      defineMethod({ ...documented, params: {}, errors: [both], handle: () => closeDoor(true) }).errors,
    ).toHaveLength(1);
  });

  it('does not compile when its action can refuse for a reason without a row', () => {
    const method = defineMethod({
      ...documented,
      params: {},
      errors: [doorMissing],
      // @ts-expect-error 'door_locked' stands in no row
      handle: () => closeDoor(false),
    });
    expect(() => refusalError(method, refused('door_locked'))).toThrow(
      'test.method has no row for the reason "door_locked"',
    );
  });

  it('does not compile when there is no table at all', () => {
    // @ts-expect-error both reasons lack a row
    defineMethod({ ...documented, params: {}, errors: [], handle: () => closeDoor(false) });
  });

  it('gives its action what a loader found', () => {
    defineMethod({
      ...documented,
      params: { DOOR: required('Id of the door', z.number()) },
      load: { found: door },
      errors: [doorMissing],
      handle: async ({ found }) => done(found.id),
    });
  });

  it('does not compile when it uses what a loader found without a row for its refusals', () => {
    defineMethod({
      ...documented,
      params: { DOOR: required('Id of the door', z.number()) },
      load: { found: door },
      errors: [],
      // @ts-expect-error found is { lacksRowFor: 'door_missing' }
      handle: async ({ found }) => done(found.id),
    });
  });

  it('does not compile when a loader needs a parameter that the method does not have', () => {
    defineMethod({
      ...documented,
      params: { DOOR: optional('Id of the door', z.number()) },
      load: { found: door },
      errors: [doorMissing],
      // @ts-expect-error found is { lacksParametersOf: 'found' }: here DOOR may be left out
      handle: async ({ found }) => done(found.id),
    });
  });

  it('does not compile when a row speaks of a parameter that is not there', () => {
    defineMethod({
      ...documented,
      params: { DOOR: required('Id of the door', z.number()) },
      // @ts-expect-error there is no parameter WINDOW
      errors: [{ code: 'WINDOW_ERROR', message: 'Window not found', wrong: 'WINDOW' }],
      handle: async () => done(1),
    });
  });

  it('does not compile when its action reads a parameter that is not there', () => {
    defineMethod({
      ...documented,
      params: { DOOR: required('Id of the door', z.number()) },
      errors: [],
      // @ts-expect-error there is no parameter WINDOW
      handle: async ({ params }) => done(params.WINDOW),
    });
  });
});
