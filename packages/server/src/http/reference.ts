import type { FastifyInstance } from 'fastify';
import { openApiText } from '#api/reference/openapi-text.ts';

/** What programs read to learn what can be called. It says nothing of anybody's portal, so anybody may have it. */
export function referenceRoutes(server: FastifyInstance): void {
  server.get('/openapi.json', (_, reply) =>
    reply
      .header('content-type', 'application/json; charset=utf-8')
      .header('access-control-allow-origin', '*')
      .send(openApiText()),
  );
}
