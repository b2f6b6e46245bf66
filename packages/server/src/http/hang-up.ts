import type { Socket } from 'node:net';

/** Node's parser, by its own names for what it calls; of no documented interface. */
type Parser = Record<string, unknown>;

/** What it asks for each request of a packet, and what it calls with each piece of a body. */
const ON_REQUEST = 'onIncoming';
const ON_PIECE = 'parserOnBody';

/**
 * Ends a connection in the middle of a packet. Node goes on to make thousands of requests, or of pieces of a body, of what is
 * left of it, and an error with a stack trace for each request: it does not where its parser has nobody to hand them to.
 * Where it is another parser, it only takes longer.
 */
export function hangUp(socket: Socket & { readonly parser?: unknown }): void {
  const parser = socket.parser as Parser | null | undefined;
  if (parser) {
    parser[ON_REQUEST] = () => 0;
    for (const [key, call] of Object.entries(parser))
      if (typeof call === 'function' && call.name === ON_PIECE) takeAwayForATurn(parser, key);
  }
  socket.destroy();
}

/** By the next turn the packet is read, and the parser may be given to another connection. */
function takeAwayForATurn(parser: Parser, key: string): void {
  const call = parser[key];
  parser[key] = undefined;
  setImmediate(() => {
    parser[key] = call;
  });
}
