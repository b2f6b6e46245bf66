import { describe, expect, it } from 'vitest';
import type { Method } from '#api/kernel/definition/defined-method.ts';
import { inWorld } from '../../world.ts';
import { mayBeLeftOut } from '../may-be-left-out.ts';
import { withoutEffect } from '../without-effect.ts';
import { type NamedParam, paramsOf, rowsOf, speaksOf } from './catalog.ts';
import { type Subject, send } from './subject.ts';

/** The documented parameters: declared with a description, seen to change something, missed where they are required. */
export function checkParameters({ method, documented, contract }: Subject): void {
  const named = paramsOf(documented);
  if (named.length === 0) return;

  describe('its parameters', () => {
    it('are all declared', () => {
      expect(named.filter(({ name }) => !isDeclared(method, name)).map(({ name }) => name)).toEqual([]);
    });

    it('are all described', () => {
      expect(
        Object.entries(method.params).flatMap(([name, { description }]) => (description.trim() === '' ? [name] : [])),
      ).toEqual([]);
    });

    for (const { name } of named.filter(needsObserver)) {
      if (Object.hasOwn(withoutEffect, `${method.name} ${name}`)) continue;
      it(`${name} changes something`, () =>
        inWorld({}, async (world) => {
          const observe = contract.params[name];
          if (!observe) throw new Error(`The contract of ${method.name} observes no effect of ${name}`);
          await observe(world);
        }));
    }

    for (const { name } of named.filter(({ param }) => param.required && param.required_note === undefined)) {
      const mayBeMissing = Object.hasOwn(mayBeLeftOut, `${method.name} ${name}`);
      it(`${name} ${mayBeMissing ? 'may be left out' : 'is missed'}`, () =>
        inWorld({}, async (world) => {
          const cause = await contract.example(world);
          const { status, body } = await send(world, method, {
            ...cause,
            params: without(cause.params, name.split('.')),
          });
          if (mayBeMissing) return expect({ status, error: body.error }).toEqual({ status: 200 });
          const answer = `${body.error}: ${body.error_description}`;
          const isDocumented =
            rowsOf(documented).some((row) => speaksOf(row, answer)) || body.error === 'INVALID_ARG_VALUE';
          expect({ status, answer, isDocumented }).toMatchObject({ isDocumented: true });
          expect(status).toBeLessThan(500);
        }));
    }
  });
}

/** Exemptions of parameters that are not documented, or that a contract observes after all. */
export function staleWithoutEffect(subjects: readonly Subject[]): string[] {
  const needed = subjects.flatMap(({ method, documented, contract }) =>
    paramsOf(documented)
      .filter((one) => needsObserver(one) && !Object.hasOwn(contract.params, one.name))
      .map(({ name }) => `${method.name} ${name}`),
  );
  return Object.keys(withoutEffect).filter((entry) => !needed.includes(entry));
}

/** Exemptions of parameters that are not required anyway. */
export function staleMayBeLeftOut(subjects: readonly Subject[]): string[] {
  const needed = subjects.flatMap(({ method, documented }) =>
    paramsOf(documented).flatMap(({ name, param }) => (param.required ? [`${method.name} ${name}`] : [])),
  );
  return Object.keys(mayBeLeftOut).filter((entry) => !needed.includes(entry));
}

/** What has children is seen to change something when they are. */
function needsObserver({ param }: NamedParam): boolean {
  return (param.children ?? []).every((child) => /[{}[\]<>]/.test(child.name));
}

/** By itself, as a part of what is declared as a whole (the TITLE in each entry of a list), or through its children. */
function isDeclared(method: Method, name: string): boolean {
  return Object.keys(method.params).some(
    (declared) => declared === name || name.startsWith(`${declared}.`) || declared.startsWith(`${name}.`),
  );
}

/** The same parameters without the one at `path`, in each entry where it stands in a list. */
function without(value: Readonly<Record<string, unknown>>, path: readonly string[]): Record<string, unknown> {
  const [head = '', ...rest] = path;
  const { [head]: found, ...others } = value;
  if (rest.length === 0 || found === undefined) return others;
  return {
    ...others,
    [head]: Array.isArray(found)
      ? found.map((one) => without(one, rest))
      : without(found as Record<string, unknown>, rest),
  };
}
