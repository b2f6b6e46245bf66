import type { FastifyInstance } from 'fastify';
import { authorizeRoutes } from './authorize.ts';
import type { OauthOptions } from './options.ts';
import { tokenRoutes } from './token.ts';

/** How an application comes to act for a person: they let it, and it fetches its tokens. */
export function oauthRoutes(server: FastifyInstance, options: OauthOptions): void {
  authorizeRoutes(server, options);
  tokenRoutes(server, options);
}
