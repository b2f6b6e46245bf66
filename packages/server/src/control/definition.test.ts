import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { control, follow } from '#cli/control-client.ts';
import type { ControlFile } from '#cli/control-file.ts';
import { defineCommand, defineStream } from './definition.ts';

/*
 * What has to be refused by the compiler. `npm run check` fails where one of these compiles, since then the line above
 * it expects an error that is not there.
 */

const body = z.strictObject({});
const answer = z.strictObject({ names: z.array(z.strictObject({ first: z.string(), last: z.string().optional() })) });
const summary = 'Says names.';

describe('what a command answers is what it declares', () => {
  test('with all of its keys, those that may be left out left out', async () => {
    const said = defineCommand({ summary, body, answer, run: async () => ({ names: [{ first: 'Alice' }] }) });
    expect(said.kind).toBe('answer');
  });

  test('a key that is not declared does not compile', () => {
    // @ts-expect-error age is not declared
    defineCommand({ summary, body, answer, run: async () => ({ names: [], age: 3 }) });
  });

  test('nor one within a list', () => {
    // @ts-expect-error middle is not declared
    defineCommand({ summary, body, answer, run: async () => ({ names: [{ first: 'Alice', middle: 'B' }] }) });
  });

  test('nor one that came along in a spread', () => {
    const person = { first: 'Alice', password: 'secret' };
    // @ts-expect-error password is not declared
    defineCommand({ summary, body, answer, run: async () => ({ names: [{ ...person }] }) });
  });

  test('a key that is missing or of another type does not compile', () => {
    // @ts-expect-error names is missing
    defineCommand({ summary, body, answer, run: async () => ({}) });
    // @ts-expect-error first is text
    defineCommand({ summary, body, answer, run: async () => ({ names: [{ first: 1 }] }) });
  });

  test('a line of another kind does not compile', () => {
    const line = z.strictObject({ kind: z.literal('tick') });
    // @ts-expect-error there is no kind tock
    defineStream({ summary, body, line, run: async (_, __, lines) => lines.send({ kind: 'tock' }) });
  });
});

test('a client that sends another body, or reads what is not answered, does not compile', () => {
  const client = async (server: ControlFile) => {
    // @ts-expect-error as is missing
    await control(server, 'login', {});
    // @ts-expect-error there is no such command
    await control(server, 'logout', {});
    // @ts-expect-error tail answers line by line
    await control(server, 'tail', {});
    // @ts-expect-error a login has no password
    (await control(server, 'login', { as: 'Alice' })).password;
    // @ts-expect-error the first line says nothing but where
    for await (const line of follow(server, 'tail', {})) if (line.kind === 'watching') line.text;
  };
  expect(client).toBeTypeOf('function');
});
