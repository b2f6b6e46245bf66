import { loopShare } from './loop-share.ts';

/** Resolves when everybody else has had their turn: timers that are due, what has come over the network. */
export function othersTurn(): Promise<void> {
  return new Promise((resolve) => loopShare.later(resolve));
}

/** Things one after the other, others having their turn after each `count` of them. */
export async function* withTurns<T>(things: readonly T[], count: number): AsyncGenerator<T, void, undefined> {
  for (const [index, thing] of things.entries()) {
    if (index > 0 && index % count === 0) await othersTurn();
    yield thing;
  }
}

/** Bytes that are looked at in one turn: a millisecond or two of work. */
const PIECE = 256 * 1024;

/** A large buffer in pieces, others having their turn before each of them. */
export async function* inTurns(bytes: Buffer): AsyncGenerator<Buffer, void, undefined> {
  for (let at = 0; at < bytes.length; at += PIECE) {
    await othersTurn();
    yield bytes.subarray(at, at + PIECE);
  }
}
