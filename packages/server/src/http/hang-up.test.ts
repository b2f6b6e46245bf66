import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { hangUp } from './hang-up.ts';

const HEAD = 'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n';
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function serve(listener: RequestListener): Promise<(text: string) => Promise<string>> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  closing.push(() => server.close());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return async (text) => {
    const socket = connect(port, '127.0.0.1').setEncoding('latin1');
    let answer = '';
    socket.on('data', (part) => {
      answer += part;
    });
    socket.on('error', () => undefined);
    socket.write(text);
    await once(socket, 'close');
    return answer;
  };
}

it('of a packet in which a connection is hung up on nothing more is handed over', async () => {
  let pieces = 0;
  const send = await serve((request) => {
    const push = request.push.bind(request);
    request.push = (piece) => {
      pieces += 1;
      if (pieces === 100) hangUp(request.socket);
      return push(piece);
    };
    request.resume().once('error', () => undefined);
  });
  await send(`${HEAD}${'1\r\nx\r\n'.repeat(5_000)}`);
  expect(pieces).toBe(100);
});

it('whoever is given its parser afterwards is read as everybody is', async () => {
  const send = await serve((request, response) => {
    if (request.url === '/end') {
      hangUp(request.socket);
      return;
    }
    let text = '';
    request.on('data', (piece) => {
      text += piece;
    });
    request.once('end', () => response.writeHead(200, { connection: 'close' }).end(text));
  });
  for (let turn = 0; turn < 3; turn += 1) {
    expect(await send('GET /end HTTP/1.1\r\nHost: a\r\n\r\n')).toBe('');
    expect(await send(`${HEAD}5\r\nhello\r\n0\r\n\r\n`)).toMatch(/hello/);
  }
});
