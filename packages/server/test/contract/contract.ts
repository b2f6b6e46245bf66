import type { Calling, World } from '../world.ts';

/** What a test sends to cause an answer: the parameters, and who sends them when it is not Alice. */
export interface Cause {
  readonly params: Record<string, unknown>;
  readonly as?: 'alice' | 'bob' | 'carol' | 'dana' | Calling;
  /** How they show who they are, when it is not their webhook: in a browser where they are signed in. */
  readonly auth?: 'session';
  /** Of a batch, which is itself always answered with success: the call within it whose error is meant. */
  readonly part?: string;
}

/**
 * How a method is held to its documentation. The set of what must be here is the catalog's: a documented error row
 * without a cause, a documented parameter that nothing observes, a method without an example fail the run.
 */
export interface Contract {
  readonly method: string;
  /** The documented example, with the ids of this world; its result is compared with the documented one key by key. */
  example(world: World): Promise<Cause>;
  /** Of a method that nobody can call with success here: how its example is answered instead, as `CODE: message`. */
  readonly refused?: string;
  /** Turns the documented result into what this example must look like, where it legitimately differs. */
  readonly shape?: (documented: unknown) => unknown;
  /** By `CODE: message` as documented, with the number of a message that has one written out. */
  readonly errors: Readonly<Record<string, (world: World) => Promise<Cause> | Cause>>;
  /** By the name of a documented parameter (children as `PARENT.CHILD`): a test that sees it change something. */
  readonly params: Readonly<Record<string, (world: World) => Promise<void>>>;
}

export function contract(definition: Contract): Contract {
  return definition;
}

/** Where the contract of a method is. That of event.test is not to be taken for a test. */
export function contractFile(name: string): string {
  return name.endsWith('.test') ? `${name}.contract.ts` : `${name}.ts`;
}
