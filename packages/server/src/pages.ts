import type { SignInLinks } from '#control/sign-in-links.ts';
import { botPageRoutes } from '#http/bot-page/routes.ts';
import { healthRoutes } from '#http/health.ts';
import { imageRoutes } from '#http/images.ts';
import { incomingReader } from '#http/incoming.ts';
import { liveChatRoutes } from '#http/live-chat/routes.ts';
import { oauthRoutes } from '#http/oauth/routes.ts';
import { leadToOwnName } from '#http/own-name.ts';
import { referenceRoutes } from '#http/reference.ts';
import { LoginThrottle } from '#http/sign-in/login-throttle.ts';
import { signInRoutes } from '#http/sign-in/routes.ts';
import { SignInLog } from '#http/sign-in/sign-in-log.ts';
import { liveSocket } from '#http/web/live-socket.ts';
import { webRoutes } from '#http/web/routes.ts';
import type { WebServer } from '#http/web-server.ts';
import { systemClock } from '#kit/clock.ts';
import { silentLog } from '#kit/log.ts';
import type { Passwords } from '#kit/password.ts';
import type { Happening } from '#live/happening.ts';
import type { Hub } from '#live/hub.ts';
import type { PageFeed } from '#live/updates/page-feed.ts';
import type { Store } from '#storage/store.ts';
import type { AppOptions } from './app-options.ts';
import type { Origin } from './origin-at.ts';

interface PageParts {
  readonly store: Store;
  readonly hub: Hub<Happening>;
  readonly origin: Origin;
  readonly passwords: Passwords;
  readonly links: SignInLinks;
  readonly isStopping: () => boolean;
  readonly feed: PageFeed;
  /** Pictures of other hosts can be had from here. */
  readonly showsPictures: boolean;
}

/** All that people open in a browser. */
export function addPages(
  server: WebServer,
  { store, hub, origin, passwords, links, isStopping, feed, showsPictures }: PageParts,
  {
    clock = systemClock,
    place,
    publicUrl,
    trustedProxies,
    requireHttps = false,
    log = silentLog,
    withCast = true,
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
  liveSocket(server, { ...pages, hub, feed, clock, readIncoming: incomingReader([...(trustedProxies ?? [])]) });
  server.addRoutes((routes) => {
    leadToOwnName(routes, pages);
    referenceRoutes(routes);
    healthRoutes(routes, { store, clock, databaseFile: place?.databaseFile, isStopping });
    webRoutes(routes, { ...pages, showsPictures });
    signInRoutes(routes, {
      ...pages,
      passwords,
      links,
      isForDevelopment: withCast && publicUrl === undefined,
      throttle: new LoginThrottle(clock),
      refusals: new SignInLog(log, clock),
    });
    oauthRoutes(routes, { ...pages, requireHttps });
    botPageRoutes(routes, pages);
    imageRoutes(routes, store);
    liveChatRoutes(routes, { ...pages, hub, clock });
  });
}
