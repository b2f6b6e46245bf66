import { once } from 'node:events';
import { createServer, IncomingMessage } from 'node:http';
import { type AddressInfo, connect, Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { inFewPieces, PiecesOfTurn } from './few-pieces.ts';

it('the thousand pieces of a body that came in one packet are handed on together', async () => {
  let [handedOn, text] = [0, ''];
  const server = createServer((request, response) => {
    inFewPieces(request, new PiecesOfTurn());
    request.on('data', (piece) => {
      handedOn += 1;
      text += piece;
    });
    request.once('end', () => response.writeHead(204, { connection: 'close' }).end());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  const body = `${'1\r\nx\r\n'.repeat(1_000)}0\r\n\r\n`;
  socket.write(`POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n${body}`);
  await once(socket.resume(), 'close');
  server.close();
  expect(text).toBe('x'.repeat(1_000));
  // The packet may be cut on its way.
  expect(handedOn).toBeLessThan(10);
});

describe('a body of thousands of tiny pieces', () => {
  const body = (turn: PiecesOfTurn) => {
    const request = new IncomingMessage(new Socket());
    request.headers['transfer-encoding'] = 'chunked';
    request.once('error', () => undefined);
    inFewPieces(request, turn);
    return request;
  };
  const send = (request: IncomingMessage, count: number) => {
    for (let n = 0; n < count; n += 1) request.push(Buffer.from('x'));
  };

  it('is taken while it is the only one', () => {
    const request = body(new PiecesOfTurn());
    send(request, 5_000);
    expect(request.socket.destroyed).toBe(false);
    send(request, 1);
    expect(request.socket.destroyed).toBe(true);
  });

  it('is not where others have sent thousands in the same turn, and one of a few is', async () => {
    const turn = new PiecesOfTurn();
    const [first, second, few] = [body(turn), body(turn), body(turn)];
    send(first, 3_000);
    send(second, 100);
    send(few, 60);
    expect([first, second, few].map(({ socket }) => socket.destroyed)).toEqual([false, true, false]);
    await new Promise(setImmediate);
    const later = body(turn);
    send(later, 100);
    expect(later.socket.destroyed).toBe(false);
  });
});
