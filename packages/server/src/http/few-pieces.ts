import type { IncomingMessage } from 'node:http';
import { hangUp } from './hang-up.ts';

/** Bytes below which a piece waits for others of the same packet. */
const SMALL = 1_024;
/** So many pieces a body may have of fewer bytes than that on the average: programs that write each word alone. */
const MOST = 5_000;
const LEAST = 32;

/** Where others had so many pieces smaller than that in a turn of the loop, who has more than so few is hung up on. */
const MOST_OF_OTHERS = 2_000;
const MOST_BESIDE = 64;

/** Such pieces of all connections in this turn of the loop. */
export class PiecesOfTurn {
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(): void {
    if (this.#count === 0)
      setImmediate(() => {
        this.#count = 0;
      });
    this.#count += 1;
  }
}

/**
 * Puts the pieces of a body that come in one packet together before they are handed on. A packet holds ten thousand pieces
 * of a byte, and to hand over each takes as long as to read a small body. Who goes on with such pieces is hung up on: fifty
 * connections with a packet of them each hold a turn for a second.
 */
export function inFewPieces(request: IncomingMessage, turn: PiecesOfTurn): void {
  if (request.headers['transfer-encoding'] === undefined) return;
  const push = request.push.bind(request);
  let waiting: Buffer[] = [];
  let count = 0;
  let bytes = 0;
  const flush = () => {
    if (waiting.length === 0) return;
    const together = Buffer.concat(waiting);
    waiting = [];
    push(together);
  };
  request.push = (piece: Buffer | null) => {
    if (request.socket.destroyed) return false;
    if (piece === null) {
      flush();
      return push(null);
    }
    count += 1;
    bytes += piece.length;
    if (piece.length < LEAST) turn.add();
    const isFlood = waiting.length > MOST_BESIDE && turn.count - waiting.length > MOST_OF_OTHERS;
    if (isFlood || (count > MOST && bytes < count * LEAST)) {
      hangUp(request.socket);
      return false;
    }
    if (piece.length < SMALL) {
      // No next tick: Node has one after each piece.
      if (waiting.length === 0) setImmediate(flush);
      waiting.push(piece);
      return true;
    }
    flush();
    return push(piece);
  };
}
