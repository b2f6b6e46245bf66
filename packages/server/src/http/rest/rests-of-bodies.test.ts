import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { sendAnswer } from './answer.ts';
import { RestsOfBodies } from './rests-of-bodies.ts';

const MB = 1024 * 1024;
const HOUR = 3_600_000;
const PIECE = Buffer.alloc(64 * 1024);

/** A server that refuses every body before it has come, and reads over so many bytes of each. */
async function sender(rests: RestsOfBodies): Promise<Socket> {
  const server = createServer((request, response) =>
    sendAnswer(response, { status: 413, body: { error: 'INVALID_REQUEST' } }, 'json', rests.readOver(request)),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1').on('error', () => undefined);
  onTestFinished(() => {
    socket.destroy();
    server.close();
  });
  return socket;
}

const head = (length: number) => `POST / HTTP/1.1\r\nhost: x\r\ncontent-length: ${length}\r\n\r\n`;

/** As much of it as is taken. */
async function send(socket: Socket, bytes: number): Promise<void> {
  const isClosed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  for (let left = bytes; left > 0 && socket.writable; left -= PIECE.length)
    if (!socket.write(PIECE)) await Promise.race([isClosed, new Promise<void>((go) => socket.once('drain', go))]);
}

async function textOf(socket: Socket): Promise<string> {
  let text = '';
  for await (const piece of socket) text += piece;
  return text;
}

it('who looks for the answer only after all is sent finds it, however large that is', async () => {
  const socket = await sender(new RestsOfBodies());
  socket.pause();
  socket.write(head(64 * MB));
  await send(socket, 64 * MB);
  expect(await textOf(socket)).toMatch(/^HTTP\/1\.1 413 [\s\S]*connection: close[\s\S]*INVALID_REQUEST/);
});

it('who sends without an end has the answer at once, and is hung up on', async () => {
  const bounds = { most: MB, longest: HOUR, silence: HOUR };
  const socket = await sender(new RestsOfBodies({ usual: bounds, long: bounds }));
  socket.write(head(Number.MAX_SAFE_INTEGER));
  const [answer] = await once(socket, 'data');
  expect(String(answer)).toMatch(/^HTTP\/1\.1 413 /);
  await send(socket, Number.MAX_SAFE_INTEGER);
  expect(socket.writable).toBe(false);
});

it('who sends nothing more is hung up on', async () => {
  const bounds = { most: MB, longest: HOUR, silence: 1 };
  const socket = await sender(new RestsOfBodies({ usual: bounds, long: bounds }));
  socket.write(head(MB));
  expect(await textOf(socket)).toMatch(/^HTTP\/1\.1 413 /);
});
