import { generate } from 'selfsigned';
import { afterEach, describe, expect, test } from 'vitest';
import { manualClock, systemClock } from '#kit/clock.ts';
import { createAddressBook } from './address-book.ts';
import { createAddressGuard } from './address-guard.ts';
import { type CertificateTrust, createGuardedConnector } from './guarded-connector.ts';
import { createHandlerClient } from './handler-client.ts';
import { OK, startRawServer } from './test/raw-server.ts';
import { TimeLimit } from './time-limit.ts';

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

describe('https', () => {
  async function call(host: string, trustOf: (cert: string) => CertificateTrust) {
    const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }], {
      keyType: 'ec',
      extensions: [
        { name: 'basicConstraints', cA: true },
        { name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] },
      ],
    });
    const server = await startRawServer((socket) => socket.write(OK), { cert, key });
    cleanups.push(() => server.close());
    const client = createHandlerClient({
      policy: { allowPrivate: true, allowedNetworks: [] },
      clock: systemClock,
      trust: trustOf(cert),
    });
    cleanups.push(() => client.close());
    const url = `https://${host}:${server.port}/`;
    const exchange = await client.exchange({ url, body: 'secret=1', headers: {} });
    return { exchange, server };
  }

  test('a self-signed certificate is refused before anything is sent', async () => {
    const { exchange, server } = await call('localhost', () => ({}));
    expect(exchange).toMatchObject({ kind: 'failed', error: 'network' });
    expect(exchange).toHaveProperty('message', expect.stringMatching(/certificate of localhost:\d+ is self-signed/));
    expect(server.received).toHaveLength(0);
  });

  test('an authority that the operator trusts makes it good', async () => {
    const { exchange, server } = await call('localhost', (cert) => ({ authorities: [cert] }));
    expect(exchange).toMatchObject({ kind: 'answered', status: 200 });
    expect(server.received).toHaveLength(1);
  });

  test('but not for another host', async () => {
    const { exchange, server } = await call('127.0.0.1', (cert) => ({ authorities: [cert] }));
    expect(exchange).toHaveProperty(
      'message',
      expect.stringMatching(/certificate of 127.0.0.1:\d+ is for another host/),
    );
    expect(server.received).toHaveLength(0);
  });

  test.each(['localhost', '127.0.0.1'])('in development %s may show any certificate', async (host) => {
    const { exchange } = await call(host, () => ({ anyOnLoopback: true }));
    expect(exchange).toMatchObject({ kind: 'answered', status: 200 });
  });
});

test('http behind an https address is told apart', async () => {
  const server = await startRawServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  cleanups.push(() => server.close());
  const client = createHandlerClient({ policy: { allowPrivate: true, allowedNetworks: [] }, clock: systemClock });
  cleanups.push(() => client.close());
  const exchange = await client.exchange({ url: `https://127.0.0.1:${server.port}/`, body: 'a=1', headers: {} });
  expect(exchange).toMatchObject({ kind: 'failed', error: 'network' });
  expect(exchange).toHaveProperty('message', expect.stringMatching(/does not speak TLS/));
});

describe('a connection', () => {
  const target = (hostname: string, port: number) => ({
    hostname,
    host: hostname,
    protocol: 'http:',
    port: String(port),
  });

  test('is dropped when another machine answers than the one that was dialled', async () => {
    const server = await startRawServer((socket) => socket.write(OK));
    cleanups.push(() => server.close());
    // 0.0.0.0 is dialled, and the loopback address answers: what a rebound name or a redirecting network looks like.
    const real = createAddressGuard({ allowPrivate: false, allowedNetworks: [] });
    const guard = { refuses: (address: string) => (address === '0.0.0.0' ? undefined : real.refuses(address)) };
    const book = createAddressBook(systemClock);
    const connector = createGuardedConnector({ guard, book, limit: new TimeLimit(systemClock, 10_000) });
    const error = await new Promise((resolve) =>
      connector.connect(target('0.0.0.0', server.port), (...[error]) => resolve(error)),
    );
    expect(error).toMatchObject({ kind: 'refused-address' });
    expect(server.received).toHaveLength(0);
  });

  test('is not waited for longer than the limit, nor after the end', async () => {
    const clock = manualClock();
    const guard = createAddressGuard({ allowPrivate: true, allowedNetworks: [] });
    const book = createAddressBook(clock, () => new Promise(() => undefined));
    const connector = createGuardedConnector({ guard, book, limit: new TimeLimit(clock, 10_000) });
    const connect = () =>
      new Promise((resolve) => connector.connect(target('bot.example', 80), (...[error]) => resolve(error)));
    const late = connect();
    clock.advance(10_000);
    expect(await late).toMatchObject({ kind: 'timeout', message: 'bot.example did not take the connection' });
    const cut = connect();
    connector.close();
    expect(await cut).toMatchObject({ kind: 'network' });
  });

  test('is not tried when a name has no address', async () => {
    const guard = createAddressGuard({ allowPrivate: true, allowedNetworks: [] });
    const book = createAddressBook(systemClock, async () => []);
    const connector = createGuardedConnector({ guard, book, limit: new TimeLimit(systemClock, 10_000) });
    const error = await new Promise((resolve) =>
      connector.connect(target('bot.example', 80), (...[error]) => resolve(error)),
    );
    expect(error).toMatchObject({ kind: 'network', message: 'no such host: bot.example' });
  });
});
