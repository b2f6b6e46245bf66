import { createServer as createHttpServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { systemErrors } from '#api/kernel/call/api-error.ts';
import type { Clock } from '#kit/clock.ts';
import { fileListener } from './files/listener.ts';
import { wrongHost } from './host-header.ts';
import { incomingReader } from './incoming.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { type RestOptions, restListener } from './rest/listener.ts';
import { OpenBodies } from './rest/open-bodies.ts';
import { RestsOfBodies } from './rest/rests-of-bodies.ts';
import { letGoOfSilent } from './silent-connections.ts';
import { answerUnmet, connectListener, unreadableListener } from './unreadable.ts';
import { takingWholeTargets } from './whole-target.ts';

/** Bytes of a form of our pages; the REST interface reads its bodies itself. */
const BODY_LIMIT = 1024 * 1024;
/** Milliseconds that a connection may be silent between two requests, and that a request may take to arrive. */
const KEEP_ALIVE = 72_000;
const REQUEST_TIMEOUT = 150_000;

const NOTHING_HERE = { error: 'NOT_FOUND', error_description: 'There is nothing at this address' };

export interface ServerOptions extends Omit<RestOptions, 'readIncoming' | 'bodies' | 'rests'> {
  readonly clock: Clock;
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Networks that a proxy may be in, as 10.0.0.0/8: who is there says where a call came from. */
  readonly trustedProxies?: readonly string[] | undefined;
}

/** The web server with the REST interface on it; other routes are added by their own modules. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const trustedProxies = [...(options.trustedProxies ?? [])];
  const bodies = new OpenBodies(options.clock);
  const rest = { ...options, bodies, rests: new RestsOfBodies(), readIncoming: incomingReader(trustedProxies) };
  const server = fastify({
    serverFactory: (handler) => httpServer(listenerFor(rest, handler as RequestListener), options.tls),
    bodyLimit: BODY_LIMIT,
    routerOptions: { ignoreDuplicateSlashes: true, ignoreTrailingSlash: true },
    // Nobody is believed who was not named: programs on this machine could say that they are anybody.
    trustProxy: trustedProxies.length > 0 && trustedProxies,
    forceCloseConnections: 'idle',
    // Programs that watch, preview or check links ask so, and are told what a browser would be, without the page.
    exposeHeadRoutes: true,
    schemaController: { compilersFactory: { buildValidator: withoutSchemas, buildSerializer: withoutSchemas } },
    clientErrorHandler: unreadableListener(options.clock),
    frameworkErrors: (_, __, reply: FastifyReply) => void reply.code(404).send(NOTHING_HERE),
  }) as unknown as FastifyInstance;
  // Every body comes as it is: what it is written in is found out where it is read, not refused for its header.
  server.removeContentTypeParser(['application/json', 'text/plain']);
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body));

  server.server.on('connect', connectListener(options.clock));
  server.addHook('onClose', async () => bodies.close());
  const letGo = letGoOfSilent(server.server);
  server.addHook('preClose', async () => letGo());
  server.addHook('onRequest', (request, _, done) => {
    const why = wrongHost(request.raw);
    done(why === undefined ? undefined : Object.assign(systemErrors.invalidRequest(why), { statusCode: 400 }));
  });
  server.setNotFoundHandler((_, reply) => reply.code(404).send(NOTHING_HERE));
  server.setErrorHandler((error: { statusCode?: number; status?: number; message?: string }, _, reply) => {
    const status = error.statusCode ?? error.status ?? 500;
    if (status >= 500) options.onError(error);
    const { code, message } =
      status >= 500 ? systemErrors.internal() : systemErrors.invalidRequest(error.message ?? 'Bad request');
    return reply.code(status).send({ error: code, error_description: message });
  });
  return server;
}

function listenerFor(rest: RestOptions, others: RequestListener): RequestListener {
  return takingWholeTargets(oneAtATime(fileListener(rest, restListener(rest, others))));
}

/** No route has a schema. Fastify would load a compiler for them at each start, which is as large as Fastify itself. */
function withoutSchemas(): never {
  throw new Error('Routes have no schemas here: a command declares its body, a page reads its form');
}

function httpServer(listener: RequestListener, tls: ServerOptions['tls']): Server {
  // Refused by us instead: what Node says by itself is not in the shape of our errors.
  const lenient = { requireHostHeader: false, keepAliveTimeout: KEEP_ALIVE, requestTimeout: REQUEST_TIMEOUT };
  const server = tls ? createHttpsServer({ ...tls, ...lenient }, listener) : createHttpServer(lenient, listener);
  server.on('checkExpectation', (_, response: ServerResponse) => answerUnmet(response));
  return server as Server;
}
