import type { FastifyInstance } from 'fastify';
import type { Clock } from '#kit/clock.ts';
import { programName } from '#kit/program-name.ts';
import type { Store } from '#storage/store.ts';
import { pageRoutes } from './pages/failures.ts';
import { html } from './pages/html.ts';
import { sendPage } from './pages/page.ts';
import { readinessOf } from './readiness.ts';
import { loginPath } from './sign-in/local-path.ts';
import { findSignedIn } from './sign-in/signed-in.ts';
import { whoIsHere } from './sign-in/who-is-here.ts';

export interface HomeOptions {
  readonly store: Store;
  readonly clock: Clock;
  /** undefined: the database is no file. */
  readonly databaseFile: string | undefined;
  readonly isStopping: () => boolean;
  /** Told of what is nobody's fault but ours. */
  readonly onError: (error: unknown) => void;
}

const BODY = html`<div class="card">
<h1>Botyard</h1>
<p>A self-hosted portal for Bitrix24-compatible chat bots. It is running, and this is its address.</p>
<dl>
<dt><code>/rest/&lt;user&gt;/&lt;code&gt;/&lt;method&gt;</code></dt>
<dd>What bots and scripts call. The address of your webhook was printed when the portal started;
<code>${programName()} webhook add</code> makes another.</dd>
<dt><code>${programName()} say --as Alice --to Echo "/echo hello"</code></dt>
<dd>Writes as a person and shows what the bot answers.</dd>
<dt><code>${programName()} tail</code></dt>
<dd>Shows every message, event and delivery as it happens.</dd>
<dt><code>/health</code></dt>
<dd>Answers 200 as long as the portal takes calls; <code>/ready</code>, as long as its database does.</dd>
</dl>
</div>`;

export function homeRoutes(server: FastifyInstance, options: HomeOptions): void {
  const { store, clock, databaseFile, isStopping, onError } = options;
  pageRoutes(server, onError, (pages) => {
    pages.get('/', async (request, reply) => {
      const signedIn = await findSignedIn(request, store);
      const aside = signedIn ? whoIsHere(signedIn) : html`<a class="plain" href="${loginPath('/')}">Sign in</a>`;
      return sendPage(reply, { title: 'Botyard', body: BODY, isWide: true, aside });
    });
  });
  // Those who ask only for the head of the answer (balancers, containers) are told, too.
  server.route({
    method: ['GET', 'HEAD'],
    url: '/health',
    handler: (_, reply) =>
      reply
        .code(isStopping() ? 503 : 200)
        .header('cache-control', 'no-store')
        .send({ status: isStopping() ? 'stopping' : 'ok' }),
  });
  const readiness = readinessOf(store, clock, databaseFile);
  server.route({
    method: ['GET', 'HEAD'],
    url: '/ready',
    handler: async (_, reply) => {
      const status = isStopping() ? 'stopping' : await readiness();
      return reply
        .code(status === 'ready' ? 200 : 503)
        .header('cache-control', 'no-store')
        .send({ status });
    },
  });
}
