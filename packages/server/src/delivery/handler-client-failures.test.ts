import { describe, expect, test } from 'vitest';
import { openClient, startServer } from './test/for-a-test.ts';
import { type Answering, OK, startRawServer } from './test/raw-server.ts';

describe('a failure says in words what happened', () => {
  const fail = async (answer: Answering) => {
    const server = await startServer(answer);
    const exchange = await openClient().exchange({ url: server.url, body: 'a=1', headers: {} });
    expect(exchange).toMatchObject({ kind: 'failed', error: 'network', why: { kind: expect.any(String) } });
    return 'message' in exchange ? exchange.message.replace(String(server.port), 'PORT') : '';
  };

  test('nobody listens', async () => {
    const server = await startRawServer(() => undefined);
    await server.close();
    const exchange = await openClient().exchange({ url: server.url, body: 'a=1', headers: {} });
    const host = `127.0.0.1:${server.port}`;
    const why = { kind: 'refused', values: { host } };
    expect(exchange).toMatchObject({ error: 'network', message: `connection refused by ${host}`, why });
  });

  test('there is no such host', async () => {
    const client = openClient({
      resolve: async (name) => Promise.reject(Object.assign(new Error(name), { code: 'ENOTFOUND' })),
    });
    const exchange = await client.exchange({ url: 'http://bot.example:81/', body: 'a=1', headers: {} });
    const why = { kind: 'unknown-host', values: { host: 'bot.example' } };
    expect(exchange).toMatchObject({ error: 'network', message: 'no such host: bot.example', why });
  });

  test('the connection is reset', async () => {
    expect(await fail((socket) => socket.resetAndDestroy())).toBe('connection reset by 127.0.0.1:PORT');
  });

  test('the connection is closed without an answer', async () => {
    expect(await fail((socket) => socket.end())).toBe(
      'connection closed by 127.0.0.1:PORT before its answer was complete',
    );
  });

  test('the answer stops short of its length', async () => {
    const answer = await fail((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf'));
    expect(answer).toBe('connection closed by 127.0.0.1:PORT before its answer was complete');
  });

  test.each([
    [
      'is not HTTP',
      'SSH-2.0-OpenSSH_9.6\r\n',
      'what 127.0.0.1:PORT answers does not begin with HTTP/1.1: it is no HTTP server, or it needs https',
    ],
    [
      'begins with a 100 Continue that nobody asked for',
      `HTTP/1.1 100 Continue\r\n\r\n${OK}`,
      '127.0.0.1:PORT sent 100 Continue, which was not asked for: only the final answer is read',
    ],
    [
      'switches to another protocol',
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
      '127.0.0.1:PORT answered 101: switching to another protocol was not asked for',
    ],
    [
      'is a 204 with a body',
      'HTTP/1.1 204 No Content\r\nContent-Length: 2\r\n\r\nok',
      '127.0.0.1:PORT answered 204 with a body, which an answer with 204 cannot have; answer 200 instead',
    ],
    [
      'ends its lines with LF',
      'HTTP/1.1 200 OK\nContent-Length: 2\n\nok',
      '127.0.0.1:PORT ends lines of its answer with LF alone; HTTP/1.1 ends them with CR LF',
    ],
    [
      'ends the lines of its chunks with LF',
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\nok\n0\n\n',
      '127.0.0.1:PORT ends lines of its answer with LF alone; HTTP/1.1 ends them with CR LF',
    ],
    [
      'has a header with a space in its name',
      'HTTP/1.1 200 OK\r\nBad Header: 1\r\n\r\n',
      'the answer of 127.0.0.1:PORT does not follow HTTP/1.1: Invalid header token',
    ],
    [
      'has two lengths',
      'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nok',
      'the headers of the answer of 127.0.0.1:PORT do not follow HTTP/1.1',
    ],
  ])('the answer %s', async (_, answer, message) => {
    expect(await fail((socket) => socket.write(answer))).toBe(message);
  });

  test('the headers are too large', async () => {
    const answer = `HTTP/1.1 200 OK\r\nX-Large: ${'x'.repeat(20_000)}\r\n\r\n`;
    expect(await fail((socket) => socket.write(answer))).toBe(
      'the headers of the answer of 127.0.0.1:PORT are too large',
    );
  });

  test('interim answers flood in', async () => {
    const flood = 'HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(1_000);
    expect(await fail((socket) => socket.write(flood))).toBe('127.0.0.1:PORT sends interim answers without end');
  });

  test('a header cannot be sent', async () => {
    const server = await startServer((socket) => socket.write(OK));
    const exchange = await openClient().exchange({ url: server.url, body: 'a=1', headers: { 'X-Bad': 'a\r\nb: c' } });
    expect(exchange).toMatchObject({ kind: 'failed', error: 'network' });
    expect(server.received).toHaveLength(0);
  });
});
