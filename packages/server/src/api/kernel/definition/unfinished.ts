import type { FileHome } from '#storage/files/file-home.ts';

/**
 * The answer of an action that has done a step of much work: it is run again, in a unit of its own, until it answers
 * something else. Others come in between, so that nobody waits for all of it.
 */
export const UNFINISHED: unique symbol = Symbol('unfinished');

/** The same where something is to be done in between that no unit may wait for: a file is kept. */
export class Meanwhile {
  readonly work: (files: FileHome) => Promise<void>;

  constructor(work: (files: FileHome) => Promise<void>) {
    this.work = work;
  }
}

/**
 * The answer of an action that only looks, and has looked long enough for one turn: it is run again when others have had
 * theirs, and goes on from what it has put into `kept`, or into what it `gathers`.
 */
export const LATER: unique symbol = Symbol('later');

/**
 * The answer of an action that only looks and has found nothing yet: it is run again when something has come for one of
 * the receivers, or after so many milliseconds. Nobody is kept busy meanwhile, and it counts as no time of the call.
 */
export class Awaiting {
  readonly receiverIds: readonly number[];
  readonly milliseconds: number;

  constructor(receiverIds: readonly number[], milliseconds: number) {
    this.receiverIds = receiverIds;
    this.milliseconds = milliseconds;
  }
}

/** What an action that looks in several turns has found so far. */
export interface Kept {
  found?: unknown;
  /** There is nothing to wait for any more: the portal stops, or others wait for the answer. */
  isOver?: boolean;
}
