/**
 * The answer of an action that has done a step of much work: it is run again, in a unit of its own, until it answers
 * something else. Others come in between, so that nobody waits for all of it.
 */
export const UNFINISHED: unique symbol = Symbol('unfinished');
