import type { FastifyInstance } from 'fastify';
import { pageRoutes } from '../pages/failures.ts';
import { inviteRoutes } from './invite.ts';
import { linkRoutes } from './link.ts';
import { loginRoutes } from './login.ts';
import { logoutRoutes } from './logout.ts';
import type { SignInOptions } from './options.ts';

/** The ways in and out for people with a browser. */
export function signInRoutes(server: FastifyInstance, options: SignInOptions): void {
  pageRoutes(server, options.onError, (pages) => {
    for (const add of [loginRoutes, inviteRoutes, linkRoutes, logoutRoutes]) add(pages, options);
  });
}
