import type { FastifyInstance } from 'fastify';
import { pageRoutes } from '../pages/failures.ts';
import { applicationRoutes } from './application-routes.ts';
import { authorizeRoutes } from './authorize.ts';
import type { OauthOptions } from './options.ts';
import { tokenRoutes } from './token.ts';

/** How an application comes to act for a person: they let it and it fetches its tokens, or they open it here. */
export function oauthRoutes(server: FastifyInstance, options: OauthOptions): void {
  pageRoutes(server, options.onError, (pages) => {
    authorizeRoutes(pages, options);
    applicationRoutes(pages, options);
  });
  tokenRoutes(server, options);
}
