import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect, it } from 'vitest';
import { inFewPieces } from './few-pieces.ts';

it('the thousand pieces of a body that came in one packet are handed on together', async () => {
  let [handedOn, text] = [0, ''];
  const server = createServer((request, response) => {
    inFewPieces(request);
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
