import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { loopShare } from '#kit/loop-share.ts';
import { inFewPieces, PiecesOfTurn } from './few-pieces.ts';
import { hangUp } from './hang-up.ts';

/** Requests of one connection that wait for the answer to an earlier one; who sends more is hung up on. */
const MOST_WAITING = 100;
/** Answered before everything that waits: it costs next to nothing, and tells whether the server still answers at all. */
const FIRST = '/health';

/**
 * Requests that a client sends without waiting for answers are dealt with one after the other, in their order, and others
 * have their turn in between. Node hands all of them over at once: thousands fit into one packet, and answering them
 * together takes seconds and all the memory there is. Those of all connections share the turns of the loop.
 */
export function oneAtATime(listener: RequestListener): RequestListener {
  const waiting = new WeakMap<Socket, number>();
  /** Those whose turn this turn of the loop was. */
  const served = new Set<Socket>();
  const piecesOfTurn = new PiecesOfTurn();
  return (request, response) => {
    inFewPieces(request, piecesOfTurn);
    // It has its socket, unless an earlier answer has it; that one may be through already, while the packet is still read.
    if (response.socket !== null && !served.has(request.socket)) serve(request, response);
    else wait(request, response);
  };

  function serve(request: IncomingMessage, response: ServerResponse): void {
    if (served.size === 0) setImmediate(() => served.clear());
    served.add(request.socket);
    if (request.url === FIRST) listener(request, response);
    else loopShare.run(() => listener(request, response));
  }

  function wait(request: IncomingMessage, response: ServerResponse): void {
    const { socket } = request;
    const count = (waiting.get(socket) ?? 0) + 1;
    waiting.set(socket, count);
    if (count > MOST_WAITING) {
      hangUp(socket);
      return;
    }
    const onTurn = () => {
      waiting.set(socket, (waiting.get(socket) ?? 0) - 1);
      setImmediate(() => serve(request, response));
    };
    if (response.socket === null) response.once('socket', onTurn);
    else onTurn();
  }
}
