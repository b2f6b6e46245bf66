import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { command, type Portal } from './botyard.ts';

/** A token of Alice's for a new application, which hears of it when it is told that it is installed. */
export async function accessToken(portal: Portal): Promise<string> {
  const server = createServer();
  const installed = new Promise<string>((resolve) => {
    server.on('request', async (request, response) => {
      const form = new URLSearchParams(Buffer.concat(await request.toArray()).toString());
      response.end();
      resolve(form.get('auth[access_token]') ?? '');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const handler = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const args = ['app', 'add', '--title', 'Bench', '--handler', handler, '--api-only', '--json'];
  await command(portal, args);
  try {
    return await installed;
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
