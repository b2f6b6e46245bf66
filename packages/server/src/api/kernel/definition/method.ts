import type { z } from 'zod';
import type { Application } from '#domain/application/application.ts';
import type { Generation } from '#domain/bot/bot.ts';
import type { Caller } from '#domain/caller.ts';
import type { Outcome } from '#kit/outcome.ts';
import type { Reading, UnitOfWork } from '#storage/unit-of-work.ts';
import type { Call } from '../call/call-answer.ts';
import type { Answer } from './answer.ts';
import { checkDefinition } from './check-definition.ts';
import type { Fields, Possibly, Values } from './field.ts';
import type { Guard, Lookup, Search } from './lookup.ts';
import type { Registry } from './registry.ts';

/** How the caller proved who they are. */
export type AuthKind = 'webhook' | 'oauth' | 'session';

export interface ApiCaller extends Caller {
  readonly auth: AuthKind;
  readonly scope: readonly string[];
  /** When the token that was shown expires, in seconds since 1970; undefined: none was. */
  readonly tokenExpires?: number;
  /** Where the portal is reached, without a slash at the end; addresses in answers start with it. */
  readonly origin: string;
  /** Tells callers apart where their use is measured. */
  readonly key: string;
}

/**
 * A row of a method's documented error table, and what causes it. The table is walked from top to bottom (R1):
 * faults of parameters and refusals of guards and look-ups are answered where their row stands; a refusal of the action
 * itself is answered by its row wherever that is.
 */
export interface ErrorRow<P extends Fields = Fields, R extends string = string> {
  readonly code: string;
  readonly message: string | ((detail: Readonly<Record<string, number | string>>) => string);
  /** Where the page states one; else it follows from the code (R2), and is 400 in generation 2 (V12). */
  readonly status?: number;
  readonly missing?: keyof P;
  readonly invalid?: keyof P;
  readonly oversize?: keyof P;
  /** Missing, invalid, or oversize where that has no row of its own. */
  readonly wrong?: keyof P;
  /** For what depends on several parameters at once. One that is `faulty` has no value, but it was given. */
  readonly when?: (params: Possibly<Values<P>>, faulty: ReadonlySet<keyof P>) => boolean;
  /** Reasons of a guard, of a look-up or of the action. */
  readonly refused?: R | readonly R[];
  /** The caller proved who they are in a way that this method does not take. */
  readonly auth?: AuthKind | readonly AuthKind[];
  /** Stands in the answer beside code and message: the name of an argument, or nothing. */
  readonly argument?: string;
  /** The store refused the write. */
  readonly unsaved?: true;
}

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
interface Documented<P extends Fields> {
  /** As documented, capitals included. */
  readonly name: string;
  readonly summary: string;
  /** The documentation page this implements, without the host and the ending. */
  readonly page: string;
  /** Any one of several is enough. */
  readonly scope: string | readonly string[];
  /** `FIELDS.CODE` is the CODE within FIELDS. */
  readonly params: P;
  /** Rewrites what was sent before it is read, where one parameter stands for several. */
  readonly prepare?: (sent: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
  /** What it answers. */
  readonly result: z.ZodType;
  /** The result is a page of a list: `total` stands beside it, and `next` while there is more. */
  readonly isPaged?: true;
  readonly example: { readonly params: Readonly<Record<string, unknown>>; readonly result: unknown };
  /** Refused inside a batch. */
  readonly outsideBatchOnly?: true;
  /** Its time is not added up for the caller: that of the calls it makes is. */
  readonly isUncounted?: true;
  /** Only applications may call it, with a token: nobody else has what it is about. */
  readonly forApplications?: true;
  /** Where a bot token is looked for, best first; as a rule it is a parameter `botToken`. */
  readonly botTokenIn?: readonly string[];
  /** Also answers a person who was dismissed, whom every other method turns away. */
  readonly answersDismissed?: true;
}

/** A whole unit, or only what can be read in one. */
type WorkOf<Reads> = Reads extends true ? Reading : UnitOfWork;

export interface MethodDraft<P extends Fields, L extends Lookups, E, S extends z.ZodType, Reads> extends Documented<P> {
  readonly result: S;
  /** Only looks: runs beside the writers. One that writes does not compile. */
  readonly reads?: Reads;
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
  handle(
    context: Search<WorkOf<Reads>> & { readonly params: Values<P> } & Loaded<L, E>,
  ): Promise<Outcome<Answer<S>, RefusedIn<E>>>;
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

/** A guard or a look-up of a method, by the method's parameters. */
export type Placed<T> = (params: Readonly<Record<string, unknown>>) => T;

/** A method as the dispatcher sees it: the types of its own parameters are checked where it is defined. */
export interface Method extends Documented<Fields> {
  readonly kind: 'write' | 'read' | 'platform';
  /** Follows from the name. */
  readonly generation: Generation;
  readonly guards: readonly Placed<Guard<string>>[];
  readonly load: Readonly<Record<string, Placed<Lookup<unknown, string>>>>;
  readonly settle: Readonly<Record<string, (search: Search, found: unknown) => Promise<unknown>>>;
  readonly errors: readonly ErrorRow[];
  handle(context: Readonly<Record<string, unknown>>): Promise<unknown>;
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
>(draft: MethodDraft<P, L, E, S, Reads>): Method {
  return checked({ ...draft, kind: draft.reads ? 'read' : 'write' } as unknown as Unchecked);
}

export function definePlatformMethod<const P extends Fields, S extends z.ZodType>(
  draft: PlatformMethodDraft<P, S>,
): Method {
  return checked({ ...draft, kind: 'platform' } as unknown as Unchecked);
}

type Derived = 'generation' | 'guards' | 'load' | 'settle';
type Unchecked = Omit<Method, Derived> & Partial<Pick<Method, Derived>>;

function checked(draft: Unchecked): Method {
  const { name, guards = [], load = {}, settle = {} } = draft;
  const generation = /^\w+\.v2\./.test(name) ? 'v2' : 'v1';
  const method: Method = { ...draft, generation, guards, load, settle };
  checkDefinition(method);
  return method;
}

/** The application that calls a method which is {@link Documented.forApplications}. */
export function applicationOf({ application }: ApiCaller): Application {
  if (!application) throw new Error('Nobody but applications gets here');
  return application;
}
