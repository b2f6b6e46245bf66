import { IncomingMessage, type Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Clock } from '#kit/clock.ts';
import { endSoon } from './end-soon.ts';

/** Bytes; a body that comes with an offer to change the protocol is small, or its sender asks without one. */
const MOST = 1024 * 1024;

/** Milliseconds that it has to arrive: Node's own limit does not hold here. */
const WITHIN = 60_000;

/** What comes with an offer to change the protocol. */
interface Offered {
  readonly socket: Duplex;
  /** As much of the body as came with it. */
  readonly head: Buffer;
  readonly clock: Clock;
}

/**
 * Answers a request that offers to change to another protocol (Java's client and `curl --http2` offer `h2c` with their
 * first request) as if it had not. Node leaves the body of such a request unread, so that it is read here.
 */
export function answerAsPlain(server: Server, offer: IncomingMessage, { socket, head, clock }: Offered): void {
  const length = Number(offer.headers['content-length'] ?? 0);
  if (offer.headers['transfer-encoding'] !== undefined || !(length <= MOST)) {
    endSoon(
      socket,
      clock,
      'HTTP/1.1 413 Payload Too Large\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: 127\r\n\r\n' +
        '{"error":"INVALID_REQUEST","error_description":"A body of over 1 MB or in chunks cannot come with the header Upgrade; omit it"}',
    );
    return;
  }
  const request = withoutBody(offer, socket as Socket);
  const response = new ServerResponse(request);
  response.shouldKeepAlive = false;
  response.assignSocket(socket as Socket);
  response.on('finish', () => {
    response.detachSocket(socket as Socket);
    endSoon(socket, clock);
  });
  let missing = length;
  const expectNoMore = clock.after(WITHIN, () => socket.destroy());
  const take = (chunk: Buffer) => {
    if (missing > 0) request.push(chunk.subarray(0, missing));
    missing -= chunk.length;
    if (missing > 0) return;
    expectNoMore();
    socket.off('data', take);
    request.complete = true;
    request.push(null);
  };
  socket.on('close', () => {
    expectNoMore();
    request.destroy();
  });
  if (missing > head.length) socket.on('data', take);
  take(head);
  server.emit('request', request, response);
}

/** To Node the request is over, and nothing can be added to it. */
function withoutBody(offer: IncomingMessage, socket: Socket): IncomingMessage {
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = offer;
  return Object.assign(new IncomingMessage(socket), {
    method,
    url,
    headers,
    rawHeaders,
    httpVersion,
    httpVersionMajor,
    httpVersionMinor,
  });
}
