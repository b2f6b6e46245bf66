import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';

/** In the built program, and in the sources. To make it of the definitions takes as long as to make all their schemas. */
const PLACES = ['./openapi.json', '../../../../docs/reference/openapi.json'];

function read(): Promise<Buffer> {
  const paths = PLACES.map((place) => fileURLToPath(new URL(place, import.meta.url)));
  return readFile(paths.find((path) => existsSync(path)) ?? String(paths[0]));
}

/** What programs read to learn what can be called. It says nothing of anybody's portal, so anybody may have it. */
export function referenceRoutes(server: FastifyInstance): void {
  let document: Buffer | undefined;
  server.get('/openapi.json', async (_, reply) => {
    document ??= await read();
    return reply
      .header('content-type', 'application/json; charset=utf-8')
      .header('access-control-allow-origin', '*')
      .send(document);
  });
}
