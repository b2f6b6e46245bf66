import type { z } from 'zod';
import type { Generation } from '#domain/bot/bot.ts';
import type { ErrorRow } from './error-row.ts';
import type { Fields } from './field.ts';
import type { Guard, Lookup, Search } from './lookup.ts';

/** What a method says of itself. */
export interface Documented<P extends Fields> {
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
  /**
   * The result is a page of a list: `total` stands beside it, and `next` while there is more. uncounted: a total alone
   * stands there, which says that nobody has counted.
   */
  readonly isPaged?: true | 'uncounted';
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

/** A guard or a look-up of a method, by the method's parameters. */
export type Placed<T> = (params: Readonly<Record<string, unknown>>) => T;

/** A method as the dispatcher sees it: the types of its own parameters are checked where it is defined. */
export interface Method extends Documented<Fields> {
  readonly kind: 'write' | 'read' | 'platform';
  /** Follows from the name. */
  readonly generation: Generation;
  /** Some of its parameters lie within others. */
  readonly hasChildren: boolean;
  readonly guards: readonly Placed<Guard<string>>[];
  readonly load: Readonly<Record<string, Placed<Lookup<unknown, string>>>>;
  readonly gathers?: () => unknown;
  readonly settle: Readonly<Record<string, (search: Search, found: unknown) => Promise<unknown>>>;
  readonly errors: readonly ErrorRow[];
  readonly step?: (context: Readonly<Record<string, unknown>>) => Promise<boolean>;
  handle(context: Readonly<Record<string, unknown>>): Promise<unknown>;
}
