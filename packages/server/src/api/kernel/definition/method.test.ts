import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { refusalError } from './check-table.ts';
import { optional, required } from './field.ts';
import { guard, lookup, writingGuard, writingLookup } from './lookup.ts';
import { defineMethod, definePlatformMethod } from './method.ts';
import { Page } from './page.ts';

/*
 * Most of these tests are run by the compiler: an expected error that does not come fails the check of types. What the
 * compiler cannot see is refused when the definition is loaded: see check-definition.test.ts.
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

const door = lookup(['door_missing'], async (_, id: number | undefined) =>
  id ? done({ id }) : refused('door_missing'),
);
const doorman = guard(['not_a_guest'], async () => refused('not_a_guest'));

const newDoor = writingLookup(['door_missing'], async ({ work }) => {
  await work.chats.updateTitle(1, 'Door');
  return done({ id: 1 });
});
const doorMaker = writingGuard(['door_missing'], async ({ work }) => done(await work.chats.updateTitle(1, 'Door')));

const doorMissing = { code: 'DOOR_ERROR', message: 'Door not found', refused: 'door_missing' } as const;
const doorLocked = { code: 'LOCK_ERROR', message: 'Door is locked', refused: 'door_locked' } as const;
const notAGuest = { code: 'ACCESS_ERROR', message: 'Guests only', refused: 'not_a_guest' } as const;

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

  it('does not compile when its action answers something else than its result', () => {
    // @ts-expect-error the result is a number
    defineMethod({ ...documented, params: {}, errors: [], handle: async () => done('1') });
    defineMethod({
      ...documented,
      params: {},
      errors: [],
      result: z.object({ id: z.number(), tags: z.array(z.string()) }),
      // @ts-expect-error the tags are missing
      handle: async () => done({ id: 1 }),
    });
    // @ts-expect-error a platform method, too
    definePlatformMethod({ ...documented, params: {}, errors: [], handle: async () => '1' });
  });

  it('answers a list with a page of it', () => {
    const result = z.array(z.string());
    defineMethod({ ...documented, params: {}, errors: [], result, handle: async () => done(new Page(['a'], 1)) });
    // @ts-expect-error a page of something else
    defineMethod({ ...documented, params: {}, errors: [], result, handle: async () => done(new Page([1], 1)) });
  });

  it('gives its action what a look-up found', () => {
    const method = defineMethod({
      ...documented,
      params: { DOOR: required('Id of the door', z.number()) },
      load: { found: ({ DOOR }) => door(DOOR) },
      errors: [doorMissing],
      handle: async ({ found }) => done(found.id),
    });
    expect(Object.keys(method.load)).toEqual(['found']);
  });

  it('does not compile when it uses what a look-up found without a row for its refusals, and does not load', () => {
    expect(() =>
      defineMethod({
        ...documented,
        params: { DOOR: required('Id of the door', z.number()) },
        load: { found: ({ DOOR }) => door(DOOR) },
        errors: [],
        // @ts-expect-error found is { lacksRowFor: 'door_missing' }
        handle: async ({ found }) => done(found.id),
      }),
    ).toThrow('no row of the error table answers "door_missing" of the look-up "found"');
  });

  it('does not compile when a guard refuses for a reason without a row, and does not load', () => {
    expect(() =>
      defineMethod({
        ...documented,
        params: {},
        // @ts-expect-error 'not_a_guest' stands in no row
        guards: [doorman],
        errors: [doorMissing],
        handle: async () => done(1),
      }),
    ).toThrow('no row of the error table answers "not_a_guest" of guard 1');
  });

  it('does not compile when its action is to be given what a guard found', () => {
    defineMethod({
      ...documented,
      params: {},
      // @ts-expect-error a guard gives nothing
      load: { doorman },
      errors: [notAGuest],
      handle: async () => done(1),
    });
  });

  it('does not compile when a look-up reads a parameter that the method does not have, and does not load', () => {
    expect(() =>
      defineMethod({
        ...documented,
        params: { DOOR: optional('Id of the door', z.number()) },
        // @ts-expect-error there is no parameter WINDOW
        load: { found: ({ WINDOW }) => door(WINDOW) },
        errors: [doorMissing],
        handle: async () => done(1),
      }),
    ).toThrow('the look-up "found" reads "WINDOW"');
  });

  it('does not compile when a look-up takes for granted that a required parameter has a value', () => {
    const strict = lookup(['door_missing'], async (_, id: number) => done({ id }));
    defineMethod({
      ...documented,
      params: { DOOR: required('Id of the door', z.number()) },
      // @ts-expect-error DOOR may be faulty: then there is no number
      load: { found: ({ DOOR }) => strict(DOOR) },
      errors: [doorMissing],
      handle: async () => done(1),
    });
  });

  it('does not compile when a condition takes that for granted, and does not load', () => {
    expect(() =>
      defineMethod({
        ...documented,
        params: { DOOR: required('Name of the door', z.string()) },
        // @ts-expect-error DOOR may be faulty: then there is no text
        errors: [{ code: 'DOOR_ERROR', message: 'Too long', when: ({ DOOR }) => DOOR.length > 9 }],
        handle: async () => done(1),
      }),
    ).toThrow(TypeError);
  });

  it('does not compile when a row speaks of a parameter that is not there, and does not load', () => {
    expect(() =>
      defineMethod({
        ...documented,
        params: { DOOR: required('Id of the door', z.number()) },
        // @ts-expect-error there is no parameter WINDOW
        errors: [{ code: 'WINDOW_ERROR', message: 'Window not found', wrong: 'WINDOW' }],
        handle: async () => done(1),
      }),
    ).toThrow('the row "WINDOW_ERROR: Window not found" is about "WINDOW"');
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

  it('is given a whole unit of work when it writes', () => {
    const method = defineMethod({
      ...documented,
      params: {},
      load: { made: () => newDoor() },
      errors: [doorMissing],
      handle: async ({ work }) => {
        await work.chats.updateTitle(1, 'Door');
        return done(await work.users.countPeople(1));
      },
    });
    expect(method.kind).toBe('write');
  });

  it('does not compile when it reads and its action writes, or announces', () => {
    const method = defineMethod({
      ...documented,
      reads: true,
      params: {},
      errors: [],
      handle: async ({ work }) => {
        // @ts-expect-error there is no updateTitle to read
        await work.chats.updateTitle(1, 'Door');
        // @ts-expect-error nothing happens that could be announced
        work.announce({ type: 'typing', portalId: 1, chatId: 1, userId: 1 });
        return done(await work.users.countPeople(1));
      },
    });
    expect(method.kind).toBe('read');
  });

  it('does not compile when it reads and hands its unit to an action that writes', () => {
    const retitle = (work: UnitOfWork) => work.chats.updateTitle(1, 'Door');
    defineMethod({
      ...documented,
      reads: true,
      params: {},
      errors: [],
      // @ts-expect-error what can be read in a unit is not all of it
      handle: async ({ work }) => done(await retitle(work)),
    });
  });

  it('does not compile when it reads and a look-up or a guard of its writes', () => {
    defineMethod({
      ...documented,
      reads: true,
      params: {},
      // @ts-expect-error the guard makes a door
      guards: [() => doorMaker()],
      // @ts-expect-error the look-up makes a door
      load: { made: () => newDoor() },
      errors: [doorMissing],
      handle: async () => done(1),
    });
  });
});
