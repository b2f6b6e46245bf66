import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ApiError, systemErrors } from '#api/kernel/call/api-error.ts';
import type { Dispatcher } from '#api/kernel/call/dispatcher.ts';
import type { CallAnswer } from '#api/kernel/definition/method.ts';
import { shownCredentials } from './credentials.ts';
import { placeOf } from './place.ts';
import { parseRestPath } from './rest-path.ts';
import { sendFile } from './send-file.ts';
import { plainBodyType, sentParams } from './sent-params.ts';
import type { SessionCallOptions } from './sign-in/session-call.ts';
import { toXml } from './xml.ts';

export interface RestOptions extends SessionCallOptions {
  readonly dispatcher: Dispatcher;
  readonly requireHttps: boolean;
}

/** Where every address of the REST interface is led to, so that the router never meets what clients make of them. */
export const REST_ROUTE = '/rest';

export function isRestUrl(url: string): boolean {
  return /^\/+rest(?:[/?]|$)/i.test(url);
}

/** The REST interface. The path is read here and not by the router, which refuses what careless clients send. */
export function restRoutes(server: FastifyInstance, options: RestOptions): void {
  server.route({
    method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    url: REST_ROUTE,
    onRequest: (request, _, done) => {
      plainBodyType(request.raw.headers);
      done();
    },
    handler: (request, reply) => answer(request, reply, options),
  });
  // Programs in browser pages of other hosts call webhooks, too. Their cookies are nothing to us: see sessionCredentials.
  server.options(REST_ROUTE, (_, reply) =>
    reply
      .code(204)
      .header('access-control-allow-origin', '*')
      .header('access-control-allow-methods', 'GET, POST')
      .header('access-control-allow-headers', 'authorization, content-type, accept')
      .header('access-control-max-age', '86400')
      .send(),
  );
}

async function answer(request: FastifyRequest, reply: FastifyReply, options: RestOptions): Promise<FastifyReply> {
  const url = request.originalUrl;
  const mark = url.indexOf('?');
  const path = parseRestPath(mark < 0 ? url : url.slice(0, mark));
  const { status, body, file } = await callFor(request, path, options);
  reply.code(status).header('access-control-allow-origin', '*');
  if (file) return sendFile(reply, file);
  return path?.format === 'xml'
    ? reply.header('content-type', 'text/xml; charset=utf-8').send(toXml(body))
    : reply.header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(body));
}

async function callFor(
  request: FastifyRequest,
  path: ReturnType<typeof parseRestPath>,
  options: RestOptions,
): Promise<CallAnswer> {
  try {
    if (options.requireHttps && request.protocol !== 'https') throw systemErrors.httpsRequired();
    if (!path) throw systemErrors.unknownMethod();
    const params = await sentParams(request);
    const credentials =
      path.credentials.kind === 'none' ? await shownCredentials(request, params, options) : path.credentials;
    return await options.dispatcher.dispatch({
      method: path.method,
      params,
      credentials,
      place: placeOf(request, options),
      sender: request,
    });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return options.dispatcher.refuse(error);
  }
}
