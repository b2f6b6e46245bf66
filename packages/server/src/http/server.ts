import type { RequestListener, Server } from 'node:http';
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { systemErrors } from '#api/kernel/call/api-error.ts';
import type { Clock } from '#kit/clock.ts';
import { fileListener } from './files/listener.ts';
import { wrongHost } from './host-header.ts';
import { incomingReader } from './incoming.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { sendNothingHere } from './pages/nothing-here.ts';
import { type RestOptions, restListener } from './rest/listener.ts';
import { OpenBodies } from './rest/open-bodies.ts';
import { RestsOfBodies } from './rest/rests-of-bodies.ts';
import { WebServer } from './web-server.ts';
import { takingWholeTargets } from './whole-target.ts';

/** Bytes of a form of our pages; the REST interface reads its bodies itself. */
const BODY_LIMIT = 1024 * 1024;

export interface ServerOptions extends Omit<RestOptions, 'readIncoming' | 'bodies' | 'rests'> {
  readonly clock: Clock;
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Networks that a proxy may be in, as 10.0.0.0/8: who is there says where a call came from. */
  readonly trustedProxies?: readonly string[] | undefined;
}

/** The web server with the REST interface on it; routes are added by their own modules. */
export function createServer(options: ServerOptions): WebServer {
  const trustedProxies = [...(options.trustedProxies ?? [])];
  const bodies = new OpenBodies(options.clock);
  const rest = { ...options, bodies, rests: new RestsOfBodies(), readIncoming: incomingReader(trustedProxies) };
  const server = new WebServer({
    clock: options.clock,
    tls: options.tls,
    listenerFor: (others) => listenerFor(rest, others),
    createRouter: (node) => createRouter(node, trustedProxies, options.onError),
  });
  server.node.on('close', () => bodies.close());
  return server;
}

function createRouter(node: Server, trustedProxies: string[], onError: (error: unknown) => void): FastifyInstance {
  const router = fastify({
    serverFactory: () => node,
    // The server has a listener of its own for what is no HTTP.
    clientErrorHandler: () => undefined,
    bodyLimit: BODY_LIMIT,
    routerOptions: { ignoreDuplicateSlashes: true, ignoreTrailingSlash: true },
    // Nobody is believed who was not named: programs on this machine could say that they are anybody.
    trustProxy: trustedProxies.length > 0 && trustedProxies,
    // Programs that watch, preview or check links ask so, and are told what a browser would be, without the page.
    exposeHeadRoutes: true,
    schemaController: { compilersFactory: { buildValidator: withoutSchemas, buildSerializer: withoutSchemas } },
    frameworkErrors: (_, request, reply: FastifyReply) => void sendNothingHere(request, reply),
  }) as unknown as FastifyInstance;
  // Every body comes as it is: what it is written in is found out where it is read, not refused for its header.
  router.removeContentTypeParser(['application/json', 'text/plain']);
  router.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
  router.addHook('onRequest', (request, _, done) => {
    const why = wrongHost(request.raw);
    done(why === undefined ? undefined : Object.assign(systemErrors.invalidRequest(why), { statusCode: 400 }));
  });
  router.setNotFoundHandler(sendNothingHere);
  router.setErrorHandler((error: { statusCode?: number; status?: number; message?: string }, _, reply) => {
    const status = error.statusCode ?? error.status ?? 500;
    if (status >= 500) onError(error);
    const { code, message } =
      status >= 500 ? systemErrors.internal() : systemErrors.invalidRequest(error.message ?? 'Bad request');
    return reply.code(status).send({ error: code, error_description: message });
  });
  return router;
}

function listenerFor(rest: RestOptions, others: RequestListener): RequestListener {
  return takingWholeTargets(oneAtATime(fileListener(rest, restListener(rest, others))));
}

/** No route has a schema. Fastify would load a compiler for them at each start, which is as large as Fastify itself. */
function withoutSchemas(): never {
  throw new Error('Routes have no schemas here: a command declares its body, a page reads its form');
}
