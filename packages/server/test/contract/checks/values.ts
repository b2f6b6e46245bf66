import { describe, expect, it } from 'vitest';
import type { Method } from '#api/kernel/definition/defined-method.ts';
import { readParams } from '#api/kernel/definition/read-params.ts';
import { valuesOtherwise } from '../values-otherwise.ts';
import { type DocumentedParam, type NamedParam, paramsOf } from './catalog.ts';
import type { Subject } from './subject.ts';

/** The documented values of parameters: each is taken for itself, the default is what leaving it out means, limits hold. */
export function checkValues({ method, documented }: Subject): void {
  const named = paramsOf(documented).filter(
    (one) => Object.hasOwn(method.params, one.name) && !Object.hasOwn(valuesOtherwise, `${method.name} ${one.name}`),
  );
  const having = (key: keyof DocumentedParam) => named.filter(({ param }) => param[key] !== undefined);
  if (VALUES.every((key) => having(key).length === 0)) return;

  describe('the documented values', () => {
    it('are taken, each for itself', () => {
      for (const { name, param } of having('enum')) {
        const values = (param.enum ?? []).map((value) => read(method, name, value));
        expect({ name, faulty: values.filter((value) => value === FAULTY) }).toEqual({ name, faulty: [] });
        expect({ name, different: new Set(values.map((value) => JSON.stringify(value))).size }).toEqual({
          name,
          different: values.length,
        });
      }
    });

    it('have the documented default', () => {
      for (const { name, param } of having('default'))
        expect({ name, value: read(method, name) }).toEqual({ name, value: read(method, name, param.default) });
    });

    it('end at the documented limits', () => {
      for (const { name, param } of having('max')) expectTheMost(method, name, param.max as number, (n) => n);
      for (const { name, param } of having('maxLength'))
        expectTheMost(method, name, param.maxLength as number, (n) => 'x'.repeat(n));
    });
  });
}

/** Exemptions of parameters whose values are as documented, or not documented. */
export function staleValuesOtherwise(subjects: readonly Subject[]): string[] {
  const documented = subjects.flatMap(({ method, documented }) =>
    paramsOf(documented)
      .filter((one: NamedParam) => VALUES.some((key) => one.param[key] !== undefined))
      .map(({ name }) => `${method.name} ${name}`),
  );
  return Object.keys(valuesOtherwise).filter((entry) => !documented.includes(entry));
}

const VALUES = ['enum', 'default', 'max', 'maxLength'] as const;
const FAULTY = Symbol('faulty');

/** More than the most is a fault, or as good as the most. */
function expectTheMost(method: Method, name: string, most: number, sized: (amount: number) => unknown): void {
  const [allowed, more] = [read(method, name, sized(most)), read(method, name, sized(most + 1))];
  expect({ name, allowed }).not.toEqual({ name, allowed: FAULTY });
  expect({ name, isTaken: more !== FAULTY && more !== allowed }).toEqual({ name, isTaken: false });
}

/** What a method makes of a parameter that is sent alone, or of its absence. */
function read(method: Method, name: string, ...sent: unknown[]): unknown {
  const { values, faulty } = readParams(method, sent.length > 0 ? nested(name.split('.'), sent[0]) : {});
  return faulty.has(name) && sent.length > 0 ? FAULTY : (values as Record<string, unknown>)[name];
}

function nested([head = '', ...rest]: readonly string[], value: unknown): Record<string, unknown> {
  return { [head]: rest.length === 0 ? value : nested(rest, value) };
}
