import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

/*
 * What the program has in the place of zod.
 */

const { z: deferred } = createRequire(import.meta.url)('../bin/deferred-zod.cjs') as { z: typeof z };

describe('a schema that was put down', () => {
  test('is made at first use, and not before', () => {
    const wrong = deferred.object({ color: deferred.enum(undefined as never).describe('Its color') }).optional();
    expect(() => wrong.safeParse({})).toThrow(TypeError);
  });

  test('is made once', () => {
    let made = 0;
    const counting = {
      get text() {
        made += 1;
        return deferred.string();
      },
    };
    const schema = deferred.object(counting);
    schema.parse({ text: 'one' });
    schema.parse({ text: 'two' });
    expect(made).toBe(1);
  });

  test('takes and refuses what the same schema of zod does', () => {
    const made = (from: typeof z) => {
      const name = from.string().min(1).max(5).describe('Its name');
      const person = from.strictObject({
        name,
        ages: from.array(from.number().int()).nullable(),
        kind: from.literal(['a', 1]),
      });
      return from.union([person.extend({ extra: person.shape.name }), from.record(from.string(), name.optional())]);
    };
    for (const value of [
      { name: 'Bob', ages: [1], kind: 'a', extra: 'more' },
      { name: 'Bob', ages: null, kind: 1, extra: 'far too long' },
      { name: 'Bob', ages: [0.5] },
      { one: 'short', other: 'too long' },
      {},
      'text',
    ])
      expect(made(deferred).safeParse(value).success, JSON.stringify(value)).toBe(made(z).safeParse(value).success);
    expect(deferred.toJSONSchema(made(deferred))).toEqual(z.toJSONSchema(made(z)));
  });

  test('can be spread into another one by its shape', () => {
    const { shape } = deferred.object({ one: deferred.string(), two: deferred.number() }).partial();
    expect(deferred.object({ ...shape }).parse({ one: '1' })).toEqual({ one: '1' });
  });
});
