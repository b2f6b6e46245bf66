import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

const WHY: Readonly<Record<string, readonly [status: string, message: string]>> = {
  HPE_HEADER_OVERFLOW: [
    '431 Request Header Fields Too Large',
    'The address and the headers are larger than 16 KB: send parameters in the body',
  ],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'The request did not arrive in time'],
};

/** Answers what is no HTTP, before there is a request: the same shape as every other error, then hangs up. */
export function answerUnreadable(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable || !isBetweenAnswers(socket)) {
    socket.destroy();
    return;
  }
  const [status, message] = WHY[error.code ?? ''] ?? ['400 Bad Request', 'The request is not well-formed HTTP'];
  const body = refusal(message);
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

/**
 * Whether nothing would be mixed with an answer that is on its way. Node keeps the answer that has a connection at it, of
 * no documented interface: where it does so no more, only who has not been answered yet is told what is wrong.
 */
function isBetweenAnswers(socket: Socket & { readonly _httpMessage?: unknown }): boolean {
  return socket.bytesWritten === 0 || socket._httpMessage === null;
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
