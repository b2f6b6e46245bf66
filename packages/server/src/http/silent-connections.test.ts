import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { letGoOfSilent } from './silent-connections.ts';

const server = createServer((_, response) => void response.end('here'));
const begin = letGoOfSilent(server);
const connected: Socket[] = [];

async function connection(): Promise<Socket> {
  if (!server.listening) await once(server.listen(0, '127.0.0.1'), 'listening');
  const arrived = once(server, 'connection');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  connected.push(socket);
  await arrived;
  return socket;
}

afterEach(() => {
  for (const socket of connected) socket.destroy();
  server.close();
});

it('a server that closes lets go of connections that were opened ahead, and of no other', async () => {
  const silent = await connection();
  const asking = await connection();
  asking.write('GET / HTTP/1.1\r\nhost: here\r\n\r\n');
  await once(asking, 'data');
  begin();
  await once(silent, 'close');
  await once(await connection(), 'close');
  expect(asking.destroyed).toBe(false);
  asking.write('GET / HTTP/1.1\r\nhost: here\r\n\r\n');
  expect(String(await once(asking, 'data'))).toContain('200 OK');
});
