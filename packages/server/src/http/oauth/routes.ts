import type { FastifyInstance } from 'fastify';
import { pageRoutes } from '../pages/failures.ts';
import { applicationRoutes } from './application-routes.ts';
import { authorizeRoutes } from './authorize.ts';
import { FRAME_LIBRARY } from './library/library.ts';
import type { OauthOptions } from './options.ts';
import { tokenRoutes } from './token.ts';

/** How an application comes to act for a person: they let it and it fetches its tokens, or they open it here. */
export function oauthRoutes(server: FastifyInstance, options: OauthOptions): void {
  pageRoutes(server, options.onError, (pages) => {
    authorizeRoutes(pages, options);
    applicationRoutes(pages, options);
  });
  tokenRoutes(server, options);
  server.get('/api/v1/', async (_, reply) =>
    reply
      .header('content-type', 'text/javascript; charset=utf-8')
      .header('cache-control', 'public, max-age=3600')
      .header('cross-origin-resource-policy', 'cross-origin')
      .header('x-content-type-options', 'nosniff')
      .send(FRAME_LIBRARY),
  );
}
