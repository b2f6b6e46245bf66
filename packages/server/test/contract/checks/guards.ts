import { describe, expect, it } from 'vitest';
import type { Method } from '#api/kernel/definition/defined-method.ts';
import { methods } from '#api/methods.generated.ts';
import type { Subject } from './subject.ts';

/** By the name of a method: its guards that have refused somebody, by their place in the definition. */
const refusals = new Map<string, Set<number>>();

/** Every method there is; when one of its guards refuses, that is noted. */
export const watchedMethods: readonly Method[] = methods.map((method) => {
  const refusing = new Set<number>();
  refusals.set(method.name, refusing);
  const guards = method.guards.map((select, i): Method['guards'][number] => (params) => {
    const { refuses, check } = select(params);
    return {
      refuses,
      async check(search) {
        const outcome = await check(search);
        if (!outcome.ok) refusing.add(i);
        return outcome;
      },
    };
  });
  return { ...method, guards };
});

/** Each guard is seen to refuse while the rows of the error table are caused: stands below them. */
export function checkGuards({ method }: Subject): void {
  if (method.guards.length === 0) return;

  describe('its guards', () => {
    for (const [i, select] of method.guards.entries())
      it(`refuse for ${select({}).refuses.join(', ')}`, () => {
        expect([...(refusals.get(method.name) ?? [])], 'the guards that some cause of an error row met').toContain(i);
      });
  });
}
