import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { events } from '#api/events.generated.ts';
import { readParams } from '#api/kernel/definition/read-params.ts';
import { methods } from '#api/methods.generated.ts';
import { isEmpty, toJsonSchemas } from '#api/reference/json-schema.ts';
import { faultIn, heldToDefinitions } from '../held.ts';

/*
 * What every answer and every event is held to in the tests that call a portal: see held.ts.
 */

const isFile = ({ name }: { readonly name: string }) => name === 'user.userfield.file.get';
const told = Object.fromEntries([
  ...methods.filter((method) => !isFile(method)).map(({ name, result }) => [name, result] as const),
  ...events.map(({ name, payload }) => [name, payload] as const),
]);

describe('the results of methods and the payloads of events', () => {
  it('all say what they are', () => {
    const { schemas } = toJsonSchemas(told);
    expect(Object.keys(schemas)).toHaveLength(methods.length - 1 + events.length);
    expect(
      Object.entries(schemas)
        .filter(([, schema]) => isEmpty(schema))
        .map(([name]) => name),
    ).toEqual([]);
  });

  it('are shown by examples that are so themselves', () => {
    const wrong = methods
      .filter((method) => !isFile(method))
      .flatMap(({ name, result, example }) => {
        const fault = faultIn(result, JSON.parse(JSON.stringify(example.result)));
        return fault ? [`${name}: ${fault}`] : [];
      });
    expect(wrong).toEqual([]);
  });

  it('belong to examples whose parameters are read', () => {
    const wrong = methods.flatMap((method) =>
      Object.entries(readParams(method, method.example.params).remarkable).flatMap(([name, parsed]) =>
        parsed.ok ? [] : [`${method.name} ${name} is ${parsed.fault}`],
      ),
    );
    expect(wrong).toEqual([]);
  });
});

describe('an answer', () => {
  const [method] = methods.filter(({ name }) => name === 'event.unbind');
  const verify = (result: unknown) => {
    const held = heldToDefinitions();
    if (method) held.onAnswer(method, result);
    return held.verify;
  };

  it('may be what its schema says', () => {
    expect(verify({ count: 1 })).not.toThrow();
  });

  it('fails its test when something is missing, of another type, more than that, or a page', () => {
    expect(verify({})).toThrow('event.unbind answered {}');
    expect(verify({ count: '1' })).toThrow('event.unbind answered');
    expect(verify({ count: 1, more: true })).toThrow('more than its schema says');
    expect(faultIn(z.object({ in: z.object({ a: z.string() }) }), { in: { a: '', b: '' } })).toContain('more than');
  });
});
