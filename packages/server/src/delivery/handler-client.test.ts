import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { openClient, startServer } from './test/for-a-test.ts';
import { closed, OK } from './test/raw-server.ts';

const headers = { 'Content-Type': 'application/x-www-form-urlencoded', 'User-Agent': 'Bitrix24 Webhook Engine' };

test('an exchange brings the status, the headers and the body of the answer', async () => {
  const server = await startServer((socket) =>
    socket.write('HTTP/1.1 429 Slow down\r\nRetry-After: 7\r\nContent-Length: 7\r\n\r\nnot now'),
  );
  const exchange = await openClient().exchange({ url: server.url, body: 'a=1', headers });
  expect(exchange).toMatchObject({ kind: 'answered', status: 429, body: 'not now', truncated: false });
  expect(exchange).toHaveProperty('headers.retry-after', '7');
  expect(exchange.durationMs).toBeGreaterThanOrEqual(0);
});

test('header names travel as they are written, the path with its query, the body with its length in bytes', async () => {
  const server = await startServer((socket) => socket.write(OK));
  await openClient().exchange({
    url: `${server.url}bot/events?id=7&x=%20#part`,
    body: 'data=привет',
    headers: { ...headers, 'webhook-id': 'evt_1', 'X-ODD-Case': 'Kept' },
  });
  const [request = ''] = server.received;
  const lines = request.split('\r\n');
  expect(lines[0]).toBe('POST /bot/events?id=7&x=%20 HTTP/1.1');
  expect(lines).toContain('Content-Type: application/x-www-form-urlencoded');
  expect(lines).toContain('User-Agent: Bitrix24 Webhook Engine');
  expect(lines).toContain('webhook-id: evt_1');
  expect(lines).toContain('X-ODD-Case: Kept');
  expect(request).toMatch(/^content-length: 17\r$/im);
  expect(request).not.toMatch(/transfer-encoding/i);
  expect(Buffer.from(lines.at(-1) ?? '', 'latin1').toString()).toBe('data=привет');
});

test('an empty body is sent with its length too', async () => {
  const server = await startServer((socket) => socket.write(OK));
  await openClient().exchange({ url: server.url, body: '', headers });
  expect(server.received[0]).toMatch(/^content-length: 0\r$/im);
});

test('exchanges one after another use the same connections again', async () => {
  const server = await startServer((socket) => socket.write(OK));
  const client = openClient();
  for (let i = 0; i < 20; i += 1) await client.exchange({ url: server.url, body: `n=${i}`, headers });
  expect(server.received).toHaveLength(20);
  // Two, because the next exchange may begin before undici has looked once more at the connection of the last.
  expect(server.connections.length).toBeLessThanOrEqual(2);
});

test('an exchange waits for no other: each that hangs has its connection to itself', async () => {
  const server = await startServer((socket, number) => number > 2 && socket.write(OK));
  const client = openClient();
  const hanging = [1, 2].map((n) => client.exchange({ url: server.url, body: `n=${n}`, headers }));
  while (server.received.length < 2) await new Promise(setImmediate);
  for (const n of [3, 4])
    expect(await client.exchange({ url: server.url, body: `n=${n}`, headers })).toHaveProperty('status', 200);
  expect(server.connections.length).toBeGreaterThanOrEqual(3);
  for (const socket of server.connections.slice(0, 2)) socket.write(OK);
  for (const exchange of await Promise.all(hanging)) expect(exchange).toHaveProperty('status', 200);
});

test('the origin called longest ago makes room for a new one', async () => {
  const first = await startServer((socket) => socket.write(OK));
  const second = await startServer((socket) => socket.write(OK));
  const client = openClient({ maxOrigins: 1 });
  await client.exchange({ url: first.url, body: 'a=1', headers });
  await client.exchange({ url: second.url, body: 'a=1', headers });
  await closed(first.connections[0]);
  expect(await client.exchange({ url: first.url, body: 'a=2', headers })).toHaveProperty('status', 200);
});

test('what the origin that makes room has on the wire is finished first', async () => {
  const first = await startServer(() => undefined);
  const second = await startServer((socket) => socket.write(OK));
  const client = openClient({ maxOrigins: 1 });
  const slow = client.exchange({ url: first.url, body: 'a=1', headers });
  const socket = await first.requested;
  await client.exchange({ url: second.url, body: 'a=1', headers });
  socket.write(OK);
  expect(await slow).toHaveProperty('status', 200);
});

test('a redirect is an answer like any other', async () => {
  const target = await startServer((socket) => socket.write(OK));
  const server = await startServer((socket) =>
    socket.write(`HTTP/1.1 307 Elsewhere\r\nLocation: ${target.url}\r\nContent-Length: 0\r\n\r\n`),
  );
  const exchange = await openClient().exchange({ url: server.url, body: 'a=1', headers });
  expect(exchange).toMatchObject({ kind: 'answered', status: 307, headers: { location: target.url } });
  expect(target.connections).toHaveLength(0);
});

test('a compressed answer is not decompressed', async () => {
  const server = createServer((_request, response) => {
    response.setHeader('Content-Encoding', 'gzip').end(gzipSync('hello'));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  const { port } = server.address() as AddressInfo;
  const exchange = await openClient().exchange({ url: `http://127.0.0.1:${port}/`, body: 'a=1', headers });
  expect(exchange).toMatchObject({ status: 200, headers: { 'content-encoding': 'gzip' } });
  expect(exchange).toHaveProperty('body', gzipSync('hello').toString());
});

test('of a huge answer the first 64 KiB are read, and the connection is dropped', async () => {
  const server = await startServer((socket) => {
    socket.write(`HTTP/1.1 200 OK\r\nContent-Length: 9999999999\r\n\r\n`);
    const pour = () => {
      while (socket.writable && socket.write('x'.repeat(16_384)));
    };
    socket.on('drain', pour);
    pour();
  });
  const exchange = await openClient().exchange({ url: server.url, body: 'a=1', headers });
  expect(exchange).toMatchObject({ kind: 'answered', status: 200, truncated: true });
  expect(exchange).toHaveProperty('body.length', 65_536);
  await closed(server.connections[0]);
});

test('an answer of exactly 64 KiB is whole, and its connection is kept', async () => {
  const body = 'x'.repeat(65_536);
  const server = await startServer((socket) => socket.write(`HTTP/1.1 200 OK\r\nContent-Length: 65536\r\n\r\n${body}`));
  const client = openClient();
  expect(await client.exchange({ url: server.url, body: 'a=1', headers })).toMatchObject({ body, truncated: false });
  expect(await client.exchange({ url: server.url, body: 'a=2', headers })).toHaveProperty('status', 200);
  expect(server.connections[0]?.destroyed).toBe(false);
});

test('a character cut at the limit does not show as a broken one', async () => {
  const body = `x${'я'.repeat(40_000)}`;
  const server = await startServer((socket) => socket.write(`HTTP/1.1 200 OK\r\nContent-Length: 80001\r\n\r\n${body}`));
  const exchange = await openClient().exchange({ url: server.url, body: 'a=1', headers });
  expect(exchange).toMatchObject({ body: `x${'я'.repeat(32_767)}`, truncated: true });
});
