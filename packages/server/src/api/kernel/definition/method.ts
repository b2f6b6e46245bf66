import type { z } from 'zod';
import type { Outcome } from '#kit/outcome.ts';
import type { Reading, UnitOfWork } from '#storage/unit-of-work.ts';
import type { Call } from '../call/call-answer.ts';
import type { Answer } from './answer.ts';
import type { ApiCaller } from './api-caller.ts';
import { checkDefinition } from './check-definition.ts';
import type { Documented, Method } from './defined-method.ts';
import type { ErrorRow } from './error-row.ts';
import type { Fields, Possibly, Values } from './field.ts';
import type { Guard, Lookup, Search } from './lookup.ts';
import type { Registry } from './registry.ts';
import type { Awaiting, Kept, LATER, Meanwhile, UNFINISHED } from './unfinished.ts';

export type Lookups = Readonly<Record<string, Lookup<unknown, string, UnitOfWork>>>;

/** What the look-ups found. One whose refusals have no row gives a value that nothing accepts. */
type Loaded<L extends Lookups, E> = {
  readonly [K in keyof L]: L[K] extends Lookup<infer V, infer R, UnitOfWork>
    ? [R] extends [RefusedIn<E>]
      ? V
      : { readonly lacksRowFor: Exclude<R, RefusedIn<E>> }
    : never;
};
type RefusedIn<E> = E extends readonly (infer Row)[] ? ReasonOf<Row> : never;
type ReasonOf<Row> = Row extends { readonly refused: infer R }
  ? (R extends readonly (infer X)[] ? X : R) & string
  : never;

/** A whole unit, or only what can be read in one. */
type WorkOf<Reads> = Reads extends true ? Reading : UnitOfWork;

/** A method that only looks waits for nothing but its `step`, and for another turn. */
type Unfinished<Reads> = Reads extends true
  ? typeof UNFINISHED | typeof LATER | Awaiting
  : typeof UNFINISHED | Meanwhile;

export interface MethodDraft<P extends Fields, L extends Lookups, E, S extends z.ZodType, Reads, G>
  extends Documented<P> {
  readonly result: S;
  /** Only looks: runs beside the writers. One that writes does not compile. */
  readonly reads?: Reads;
  /** Of one that only looks, and looks at so much that it is done in steps: what these add to, made before the first. */
  readonly gathers?: () => G;
  /**
   * Who is refused. Each runs at the first row that answers one of its reasons. Beside guards, a row's `when` needs the
   * types of its parameters written out: the compiler would not infer the reasons of the table otherwise.
   */
  readonly guards?: readonly ((params: Possibly<Values<P>>) => Guard<RefusedIn<E>, WorkOf<Reads>>)[];
  /** What `handle` is given under these names. Each runs at the first row that answers one of its reasons. */
  readonly load?: {
    readonly [K in keyof L]: (params: Possibly<Values<P>>) => L[K] & Lookup<unknown, string, WorkOf<Reads>>;
  };
  /**
   * By the name of a look-up: turns what it found into the answer, unless it found undefined. The rows below it are not
   * looked at then, and `handle` is not run: what is there already is answered as it is, whatever else was sent.
   */
  readonly settle?: {
    readonly [K in keyof L]?: (
      search: Search,
      found: L[K] extends Lookup<infer V, string, never> ? Exclude<V, undefined> : never,
    ) => Promise<Answer<S>>;
  };
  readonly errors: E & readonly ErrorRow<P>[];
  /**
   * Of a method that reads: a step of what has to be written before it can answer, in a unit of its own. Run when `handle`
   * has answered UNFINISHED, which is run again then. Answers whether there is more to do. Such a method is given `kept`,
   * its step too, and may also answer LATER.
   */
  readonly step?: (
    context: Search<UnitOfWork> & { readonly params: Values<P>; readonly kept: Kept },
  ) => Promise<boolean>;
  handle(
    context: Search<WorkOf<Reads>> & {
      readonly params: Values<P>;
      readonly kept?: Kept | undefined;
      readonly gathered: G;
    } & Loaded<L, E>,
  ): Promise<Outcome<Answer<S> | Unfinished<Reads>, RefusedIn<E>>>;
}

/** Answers from the registry or by calling other methods in the caller's name; has no unit of work of its own. */
export interface PlatformMethodDraft<P extends Fields, S extends z.ZodType> extends Documented<P> {
  readonly result: S;
  readonly errors: readonly ErrorRow<P>[];
  handle(context: {
    readonly caller: ApiCaller;
    readonly params: Values<P>;
    readonly registry: Registry;
    readonly call: Call;
    readonly now: number;
  }): Promise<Answer<S>>;
}

/**
 * Defines a documented method. The default export of a file named after it.
 * Does not compile when a guard or the action can refuse for a reason that stands in no row of the error table, or when
 * it answers something else than its result.
 *
 * @throws when {@link checkDefinition} finds what the compiler cannot see.
 */
export function defineMethod<
  const P extends Fields,
  const E extends readonly ErrorRow<P>[],
  S extends z.ZodType,
  const L extends Lookups = Record<never, never>,
  const Reads extends true | undefined = undefined,
  G = undefined,
>(draft: MethodDraft<P, L, E, S, Reads, G>): Method {
  return checked({ ...draft, kind: draft.reads ? 'read' : 'write' } as unknown as Unchecked);
}

export function definePlatformMethod<const P extends Fields, S extends z.ZodType>(
  draft: PlatformMethodDraft<P, S>,
): Method {
  return checked({ ...draft, kind: 'platform' } as unknown as Unchecked);
}

type Derived = 'generation' | 'hasChildren' | 'guards' | 'load' | 'settle';
type Unchecked = Omit<Method, Derived> & Partial<Pick<Method, Derived>>;

function checked(draft: Unchecked): Method {
  const { name, guards = [], load = {}, settle = {} } = draft;
  const generation = /^\w+\.v2\./.test(name) ? 'v2' : 'v1';
  const hasChildren = Object.keys(draft.params).some((one) => one.includes('.'));
  const method: Method = { ...draft, generation, hasChildren, guards, load, settle };
  checkDefinition(method);
  return method;
}
