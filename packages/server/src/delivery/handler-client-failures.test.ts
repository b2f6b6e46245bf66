import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { afterEach, describe, expect, test } from 'vitest';
import { type ManualClock, manualClock, systemClock } from '#kit/clock.ts';
import { createHandlerClient, type HandlerClientOptions } from './handler-client.ts';
import { type Answering, closed, drip, OK, startRawServer } from './test/raw-server.ts';

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

function openClient(options: Partial<HandlerClientOptions> = {}) {
  const policy = { allowPrivate: true, allowedNetworks: [] };
  const client = createHandlerClient({ policy, clock: systemClock, ...options });
  cleanups.push(() => client.close());
  return client;
}

async function startServer(answer: Answering) {
  const server = await startRawServer(answer);
  cleanups.push(() => server.close());
  return server;
}

/** Resolves when undici has read the headers of the next answer, interim answers included. */
function headersRead(): Promise<void> {
  return new Promise((resolve) => {
    const listener = () => {
      unsubscribe('undici:request:headers', listener);
      // The client itself hears of it a moment later.
      setImmediate(resolve);
    };
    subscribe('undici:request:headers', listener);
  });
}

async function expectTimeout(url: string, clock: ManualClock, reached: () => Promise<unknown>) {
  const client = openClient({ clock });
  const seen = reached();
  const exchange = client.exchange({ url, body: 'a=1', headers: {} });
  await seen;
  clock.advance(10_000);
  return exchange;
}

describe('an exchange ends after ten seconds', () => {
  test('when the handler never answers, and its connection is dropped', async () => {
    const server = await startServer(() => undefined);
    const exchange = await expectTimeout(server.url, manualClock(), () => server.requested);
    expect(exchange).toEqual({
      kind: 'failed',
      error: 'timeout',
      message: 'no answer within 10 s',
      connectMs: 0,
      durationMs: 10_000,
    });
    await closed(await server.requested);
  });

  test('when the headers drip', async () => {
    const server = await startServer((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nX-Slow: ');
      drip(socket, 'x');
    });
    const exchange = await expectTimeout(server.url, manualClock(), () => server.requested);
    expect(exchange).toMatchObject({ error: 'timeout', message: 'no answer within 10 s' });
  });

  test('when the body drips', async () => {
    const server = await startServer((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n');
      drip(socket, 'x');
    });
    const exchange = await expectTimeout(server.url, manualClock(), headersRead);
    const message = `127.0.0.1:${server.port} answered 200, but did not finish within 10 s`;
    expect(exchange).toMatchObject({ kind: 'failed', error: 'timeout', message });
  });

  test('when interim answers drip', async () => {
    const server = await startServer((socket) => socket.write('HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n'));
    const exchange = await expectTimeout(server.url, manualClock(), headersRead);
    expect(exchange).toMatchObject({ error: 'timeout', message: 'no answer within 10 s' });
  });

  test('when TLS is never agreed on', async () => {
    const server = await startServer(() => undefined);
    const url = `https://127.0.0.1:${server.port}/`;
    const exchange = await expectTimeout(url, manualClock(), () => server.requested);
    expect(exchange).toMatchObject({ error: 'timeout', message: 'no answer within 10 s' });
  });

  test('when the name is never found', async () => {
    const clock = manualClock();
    const client = openClient({ clock, resolve: () => new Promise(() => undefined) });
    const exchange = client.exchange({ url: 'http://bot.example/', body: 'a=1', headers: {} });
    clock.advance(10_000);
    expect(await exchange).toMatchObject({ error: 'timeout', durationMs: 10_000 });
  });
});

describe('a failure says in words what happened', () => {
  const fail = async (answer: Answering) => {
    const server = await startServer(answer);
    const exchange = await openClient().exchange({ url: server.url, body: 'a=1', headers: {} });
    expect(exchange).toMatchObject({ kind: 'failed', error: 'network' });
    return 'message' in exchange ? exchange.message.replace(String(server.port), 'PORT') : '';
  };

  test('nobody listens', async () => {
    const server = await startRawServer(() => undefined);
    await server.close();
    const exchange = await openClient().exchange({ url: server.url, body: 'a=1', headers: {} });
    expect(exchange).toMatchObject({ error: 'network', message: `connection refused by 127.0.0.1:${server.port}` });
  });

  test('there is no such host', async () => {
    const client = openClient({
      resolve: async (name) => Promise.reject(Object.assign(new Error(name), { code: 'ENOTFOUND' })),
    });
    const exchange = await client.exchange({ url: 'http://bot.example:81/', body: 'a=1', headers: {} });
    expect(exchange).toMatchObject({ error: 'network', message: 'no such host: bot.example' });
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

test('a closed client ends what is on the wire at once and calls nobody any more', async () => {
  const server = await startServer(() => undefined);
  const client = openClient({ clock: manualClock() });
  const hanging = client.exchange({ url: server.url, body: 'a=1', headers: {} });
  const socket = await server.requested;
  await client.close();
  const expected = { kind: 'failed', error: 'network', message: 'the server is shutting down' };
  expect(await hanging).toMatchObject(expected);
  await closed(socket);
  expect(await client.exchange({ url: server.url, body: 'a=2', headers: {} })).toMatchObject(expected);
  expect(server.received).toHaveLength(1);
});
