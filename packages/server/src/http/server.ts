import type { ServerResponse } from 'node:http';
import multipart from '@fastify/multipart';
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { systemErrors } from '#api/kernel/call/api-error.ts';
import { isRestUrl, REST_ROUTE, type RestOptions, restRoutes } from './rest.ts';
import { answerUnmet, answerUnreadable } from './unreadable.ts';

/** Bytes of a body: files come as Base64 within it. */
const BODY_LIMIT = 160 * 1024 * 1024;
const FIELD_LIMIT = 5_000;

const LENIENT = { requireHostHeader: false } as const;

const NOTHING_HERE = { error: 'NOT_FOUND', error_description: 'There is nothing at this address' };

export interface ServerOptions extends RestOptions {
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Networks that a proxy may be in, beside this machine, as 10.0.0.0/8: who is there says where a call came from. */
  readonly trustedProxies?: readonly string[] | undefined;
  /** Told of what went wrong outside of any method. */
  readonly onError: (error: unknown) => void;
}

/** The web server with the REST interface on it; other routes are added by their own modules. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const server = fastify({
    // Refused below instead: what Node says by itself is not in the shape of our errors.
    ...(options.tls ? { https: { ...options.tls, ...LENIENT } } : { http: LENIENT }),
    bodyLimit: BODY_LIMIT,
    rewriteUrl: (request) => (isRestUrl(request.url ?? '') ? REST_ROUTE : (request.url ?? '/')),
    routerOptions: { ignoreDuplicateSlashes: true, ignoreTrailingSlash: true },
    // Behind a proxy on this machine, or on one that was named, what the caller used is what the proxy says.
    trustProxy: ['loopback', ...(options.trustedProxies ?? [])],
    forceCloseConnections: 'idle',
    exposeHeadRoutes: false,
    clientErrorHandler: answerUnreadable,
    frameworkErrors: (_, __, reply: FastifyReply) => void reply.code(404).send(NOTHING_HERE),
  }) as unknown as FastifyInstance;
  await server.register(multipart, {
    limits: { fields: FIELD_LIMIT, parts: FIELD_LIMIT, fieldSize: BODY_LIMIT, fileSize: BODY_LIMIT },
  });
  // Every other body comes as it is: what it is written in is found out where it is read, not refused for its header.
  server.removeContentTypeParser(['application/json', 'text/plain']);
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body));

  server.server.on('checkExpectation', (_, response: ServerResponse) => answerUnmet(response));
  server.addHook('onRequest', (request, _, done) => {
    const isWithoutHost = request.headers.host === undefined && request.raw.httpVersion === '1.1';
    done(isWithoutHost ? systemErrors.invalidRequest('The header Host is missing') : undefined);
  });
  server.setNotFoundHandler((_, reply) => reply.code(404).send(NOTHING_HERE));
  server.setErrorHandler((error: { statusCode?: number; status?: number; message?: string }, _, reply) => {
    const status = error.statusCode ?? error.status ?? 500;
    if (status >= 500) options.onError(error);
    const { code, message } =
      status >= 500 ? systemErrors.internal() : systemErrors.invalidRequest(error.message ?? 'Bad request');
    return reply.code(status).send({ error: code, error_description: message });
  });
  restRoutes(server, options);
  return server;
}
