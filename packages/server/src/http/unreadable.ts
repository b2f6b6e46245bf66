import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Clock } from '#kit/clock.ts';
import { endSoon } from './end-soon.ts';

const WHY: Readonly<Record<string, readonly [status: string, message: string]>> = {
  HPE_HEADER_OVERFLOW: [
    '431 Request Header Fields Too Large',
    'The address and the headers are larger than 16 KB: send parameters in the body',
  ],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'The request did not arrive in time'],
};

/** An answer that has a connection at it. Node keeps it there, of no documented interface. */
interface Answered {
  readonly _httpMessage?: ServerResponse | null;
}

/**
 * Answers what is no HTTP, before there is a request: the same shape as every other error, then hangs up. Who sent whole
 * requests before it is answered these first: some of them may have changed something.
 */
export function unreadableListener(clock: Clock): (error: Error & { readonly code?: string }, socket: Socket) => void {
  /** Whatever else comes from them is unreadable, too. */
  const waiting = new WeakSet<Socket>();
  return function answerUnreadable(error, socket: Socket & Answered) {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const { _httpMessage: answer } = socket;
    if (answer?.req.complete) {
      if (waiting.has(socket)) return;
      waiting.add(socket);
      answer.once('close', () => {
        waiting.delete(socket);
        answerUnreadable(error, socket);
      });
      return;
    }
    if (isMixedWithAnswer(socket)) {
      socket.destroy();
      return;
    }
    const [status, message] = WHY[error.code ?? ''] ?? ['400 Bad Request', 'The request is not well-formed HTTP'];
    hangUpWith(socket, clock, status, message);
  };
}

/** Where Node keeps the answer at its connection no more, only who has not been answered yet is told what is wrong. */
function isMixedWithAnswer({ bytesWritten, _httpMessage: answer }: Socket & Answered): boolean {
  return answer === undefined ? bytesWritten > 0 : (answer?.headersSent ?? false);
}

/** Whoever takes the portal for a proxy is told that it is none. */
export function connectListener(clock: Clock): (request: IncomingMessage, socket: Duplex) => void {
  return (_, socket) => {
    socket.on('error', () => socket.destroy());
    hangUpWith(socket, clock, '405 Method Not Allowed', 'This is no proxy');
  };
}

function hangUpWith(socket: Duplex, clock: Clock, status: string, message: string): void {
  const body = refusal(message);
  endSoon(
    socket,
    clock,
    `HTTP/1.1 ${status}\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

/** Whoever expects anything but to be told to go on (100-continue) expects in vain. */
export function answerUnmet(response: ServerResponse): void {
  response
    .writeHead(417, { 'content-type': 'application/json; charset=utf-8', connection: 'close' })
    .end(refusal('What the header Expect asks for is not done here'));
}

function refusal(message: string): string {
  return JSON.stringify({ error: 'INVALID_REQUEST', error_description: message });
}
