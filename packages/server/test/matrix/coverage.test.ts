import { describe, expect, it } from 'vitest';
import { methods } from '#api/methods.generated.ts';
import { pathsOf } from './case.ts';
import { cases } from './cases/index.ts';

describe('the matrix', () => {
  it('has a case for every method, and for nothing else', () => {
    const names = methods.map(({ name }) => name);
    const missing = names.filter((name) => !Object.hasOwn(cases, name));
    if (missing.length > 0) throw new Error(`packages/server/test/matrix/cases has no case for ${missing.join(', ')}`);
    expect(Object.keys(cases).filter((name) => !names.includes(name))).toEqual([]);
  });

  it('knows of every method with a guard for administrators', () => {
    const guarded = methods.filter(({ guards }) =>
      guards.some((select) => select({}).refuses.includes('not_administrator')),
    );
    expect(guarded.length).toBeGreaterThan(0);
    expect(Object.keys(cases).filter((name) => cases[name]?.some(({ by }) => by === 'administrators'))).toEqual(
      expect.arrayContaining(guarded.map(({ name }) => name)),
    );
  });

  it('puts what is not the caller’s into every parameter that carries an id', () => {
    const params = methods.flatMap((method) =>
      Object.entries(method.params).flatMap(([name, { idOf }]) => (idOf ? [{ method: method.name, name }] : [])),
    );
    expect(params.length).toBeGreaterThan(70);
    const attacked = (method: string) => (cases[method] ?? []).flatMap((one) => pathsOf(one.params));
    const left = params.filter(
      ({ method, name }) => !attacked(method).some(({ path }) => path === name || path.startsWith(`${name}.`)),
    );
    expect(left, 'parameters that need own(...) in a call of packages/server/test/matrix/cases').toEqual([]);
  });

  it('knows of every parameter that looks as if it carried an id', () => {
    const unknown = methods.flatMap((method) =>
      Object.entries(method.params).flatMap(([name, { idOf, description }]) =>
        idOf === undefined && looksLikeId(name, description) ? [`${method.name} ${name}`] : [],
      ),
    );
    expect(unknown, 'parameters to wrap in idOf(noun, ...) where they are defined').toEqual([]);
  });
});

/** What is sorted by is no id. CLIENT_ID says who calls, USER_TYPE_ID is one of a few words, and XML_ID and TEMPLATE_ID are names that the caller makes up. */
function looksLikeId(name: string, description: string): boolean {
  return (
    !name.startsWith('order.') &&
    (/(?:^|[._])ids?$|users$/i.test(name) || /^ids? of /i.test(description)) &&
    !/(?:CLIENT|TYPE|XML|TEMPLATE)_ID$/.test(name)
  );
}
