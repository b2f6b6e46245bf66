import type { FastifyInstance } from 'fastify';
import { botsRegisteredBy } from '#control/sight.ts';
import { canAdminister } from '#domain/user/administrator.ts';
import { fullName } from '#domain/user/user.ts';
import type { Store } from '#storage/store.ts';
import { pageRoutes } from '../pages/failures.ts';
import { html } from '../pages/html.ts';
import { sendPage } from '../pages/page.ts';
import { type PlaceOptions, placeOf } from '../place.ts';
import { loginPath } from '../sign-in/local-path.ts';
import { findSignedIn } from '../sign-in/signed-in.ts';
import { assetRoutes } from './assets.ts';
import { BuiltPages } from './built-pages.ts';
import { sendDocument } from './document.ts';

/** The first parts of the addresses that packages/web/src/router.ts knows. */
const PAGES = [
  'chat',
  'bots',
  'deliveries',
  'calls',
  'api',
  'apps',
  'webhooks',
  'people',
  'departments',
  'data',
  'settings',
  'notifications',
];

/** Characters of an address that is gone on to after signing in: a header of an answer may not be longer than 16 kB. */
const LONGEST_WAY = 2_000;

export interface WebOptions extends PlaceOptions {
  readonly store: Store;
  /** Pictures of other hosts can be had from here. */
  readonly showsPictures: boolean;
  /** Told of what is nobody's fault but ours. */
  readonly onError: (error: unknown) => void;
}

/** The messenger and the pages beside it, for those who are signed in. */
export function webRoutes(server: FastifyInstance, options: WebOptions): void {
  const built = new BuiltPages();
  assetRoutes(server, built);
  pageRoutes(server, options.onError, (pages) => {
    for (const url of ['/', ...PAGES.flatMap((page) => [`/${page}`, `/${page}/*`])])
      pages.get(url, async (request, reply) => {
        const signedIn = await findSignedIn(request, options.store);
        if (!signedIn)
          return reply.redirect(loginPath(request.originalUrl.length <= LONGEST_WAY ? request.originalUrl : '/'), 303);
        const entry = built.entry();
        if (!entry) return sendPage(reply, NOT_BUILT);
        const { user, userId, sessionId, csrf } = signedIn;
        const { origin } = placeOf(request, options);
        const own = await options.store.read((work) => botsRegisteredBy(work, user.portalId, userId));
        return sendDocument(reply, entry, {
          userId,
          name: fullName(user),
          sessionId,
          csrf,
          isAdmin: canAdminister(user),
          isExtranet: user.isExtranet,
          ownBotIds: own.map(({ id }) => id),
          language: user.language,
          showsPictures: options.showsPictures,
          origins: [...new Set([origin, options.address(), options.named() ?? origin, options.publicUrl ?? origin])],
        });
      });
  });
}

const NOT_BUILT = {
  title: 'The pages are not built',
  status: 503,
  body: html`<div class="card"><h1>The pages are not built</h1>
<p><code>npm start</code> builds them; a portal that runs from its sources finds them once that was done.</p></div>`,
};
