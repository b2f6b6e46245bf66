import type { AuthKind } from './api-caller.ts';
import type { Fields, Possibly, Values } from './field.ts';

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
