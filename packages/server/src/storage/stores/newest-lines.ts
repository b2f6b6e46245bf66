import type { Session } from '../session.ts';
import { KnownRows } from './known-rows.ts';
import type { Line, Since } from './line-totals.ts';

/** Chats of which the newest line is kept. */
const KEPT = 5_000;

export interface NewestLine extends Line {
  /** undefined: not known. */
  readonly since: Since | undefined;
}

/**
 * The newest line of chats, by their ids, as the one connection knows it that writes lines: after each line it wrote itself
 * (docs/decisions/0015-what-was-read-is-kept.md).
 */
export function newestLines(session: Session): KnownRows<number, NewestLine> {
  return session.once(makeNewestLines);
}

function makeNewestLines(session: Session): KnownRows<number, NewestLine> {
  return new KnownRows(session, KEPT);
}
