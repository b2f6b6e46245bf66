import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { describe, expect, test } from 'vitest';
import { type ManualClock, manualClock } from '#kit/clock.ts';
import { openClient, startServer } from './test/for-a-test.ts';
import { closed, drip } from './test/raw-server.ts';

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
      why: { kind: 'no-answer', values: { seconds: '10' } },
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
