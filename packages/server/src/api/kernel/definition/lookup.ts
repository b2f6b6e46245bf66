import type { Outcome } from '#kit/outcome.ts';
import type { Reading, UnitOfWork } from '#storage/unit-of-work.ts';
import type { ApiCaller } from './api-caller.ts';

/** For whom something is looked up or checked. */
export interface Search<Work = Reading> {
  readonly work: Work;
  readonly caller: ApiCaller;
}

/** Gives the action a value, or refuses. */
export interface Lookup<V, R extends string, Work = Reading> {
  readonly refuses: readonly R[];
  readonly find: (search: Search<Work>) => Promise<Outcome<V, R>>;
}

/** Refuses or lets pass, and gives nothing: an action that needs a value takes it from a look-up. */
export interface Guard<R extends string, Work = Reading> {
  readonly refuses: readonly R[];
  readonly check: (search: Search<Work>) => Promise<Outcome<unknown, R>>;
}

/**
 * Defines a look-up. It takes values, not parameters: the method says which of its parameters they are, so that both
 * generations share it.
 *
 * @example
 * export const ownBot = lookup(['bot_not_found'], ({ work, caller }, id: number | undefined) => ...);
 * // in a method:
 * load: { bot: ({ BOT_ID }) => ownBot(BOT_ID) },
 */
export function lookup<V, const R extends string, A extends readonly unknown[]>(
  refuses: readonly R[],
  find: (search: Search, ...about: A) => Promise<Outcome<V, NoInfer<R>>>,
): (...about: A) => Lookup<V, R> {
  return (...about) => ({ refuses, find: (search) => find(search, ...about) });
}

/** Defines a look-up that makes what is not there yet, or locks what it finds: for methods that write alone. */
export function writingLookup<V, const R extends string, A extends readonly unknown[]>(
  refuses: readonly R[],
  find: (search: Search<UnitOfWork>, ...about: A) => Promise<Outcome<V, NoInfer<R>>>,
): (...about: A) => Lookup<V, R, UnitOfWork> {
  return (...about) => ({ refuses, find: (search) => find(search, ...about) });
}

/** Defines a guard; it takes values like a look-up. */
export function guard<const R extends string, A extends readonly unknown[]>(
  refuses: readonly R[],
  check: (search: Search, ...about: A) => Promise<Outcome<unknown, NoInfer<R>>>,
): (...about: A) => Guard<R> {
  return (...about) => ({ refuses, check: (search) => check(search, ...about) });
}

/** Defines a guard that makes what is not there yet: for methods that write alone. */
export function writingGuard<const R extends string, A extends readonly unknown[]>(
  refuses: readonly R[],
  check: (search: Search<UnitOfWork>, ...about: A) => Promise<Outcome<unknown, NoInfer<R>>>,
): (...about: A) => Guard<R, UnitOfWork> {
  return (...about) => ({ refuses, check: (search) => check(search, ...about) });
}
