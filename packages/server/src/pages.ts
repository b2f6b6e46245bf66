import type { FastifyInstance } from 'fastify';
import type { SignInLinks } from '#control/sign-in-links.ts';
import { homeRoutes } from '#http/home.ts';
import { imageRoutes } from '#http/images.ts';
import { oauthRoutes } from '#http/oauth/routes.ts';
import { leadToOwnName } from '#http/own-name.ts';
import { referenceRoutes } from '#http/reference.ts';
import { LoginThrottle } from '#http/sign-in/login-throttle.ts';
import { signInRoutes } from '#http/sign-in/routes.ts';
import { SignInLog } from '#http/sign-in/sign-in-log.ts';
import { systemClock } from '#kit/clock.ts';
import { silentLog } from '#kit/log.ts';
import type { Passwords } from '#kit/password.ts';
import type { Store } from '#storage/store.ts';
import type { AppOptions } from './app-options.ts';
import type { Origin } from './origin-at.ts';

interface PageParts {
  readonly store: Store;
  readonly origin: Origin;
  readonly passwords: Passwords;
  readonly links: SignInLinks;
  readonly isStopping: () => boolean;
}

/** All that people open in a browser. */
export function addPages(
  server: FastifyInstance,
  { store, origin, passwords, links, isStopping }: PageParts,
  {
    clock = systemClock,
    place,
    publicUrl,
    requireHttps = false,
    log = silentLog,
    onError = () => undefined,
  }: AppOptions,
): void {
  const pages = {
    store,
    publicUrl,
    named: () => origin.named,
    address: () => origin.address,
    onError: (error: unknown) => onError(error, 'pages'),
  };
  leadToOwnName(server, pages);
  referenceRoutes(server);
  homeRoutes(server, { ...pages, clock, databaseFile: place?.databaseFile, isStopping });
  signInRoutes(server, {
    ...pages,
    passwords,
    links,
    throttle: new LoginThrottle(clock),
    refusals: new SignInLog(log, clock),
  });
  oauthRoutes(server, { ...pages, requireHttps });
  imageRoutes(server, store);
}
