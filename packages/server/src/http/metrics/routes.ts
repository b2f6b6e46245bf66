import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isSameSecret } from '#kit/same-secret.ts';
import { isLoopbackName } from '../place.ts';
import type { Exposition, ExpositionOptions } from './exposition.ts';

export interface MetricsOptions extends ExpositionOptions {
  /** What programs on other machines show; undefined: those are refused. */
  readonly token: string | undefined;
}

/** `/metrics`, for Prometheus: to programs on this machine, and to those that show the token. */
export function metricsRoutes(server: FastifyInstance, { token, ...options }: MetricsOptions): void {
  let exposition: Promise<Exposition> | undefined;
  let asked: Promise<string> | undefined;
  server.get('/metrics', async (request, reply) => {
    if (!isLocal(request) && !showsToken(request, token)) {
      reply.header('www-authenticate', 'Bearer').code(token === undefined ? 403 : 401);
      const to = 'Metrics are for programs on this machine, and for those that show the token of --metrics-token-file';
      return { error: 'ACCESS_DENIED', error_description: to };
    }
    exposition ??= import('./exposition.ts').then((module) => new module.Exposition(options));
    const made = await exposition;
    // Those who ask while it is put together get the same: it looks at all receivers.
    asked ??= made.text().finally(() => {
      asked = undefined;
    });
    return reply
      .type(made.contentType)
      .header('cache-control', 'no-store')
      .send(await asked);
  });
}

const FORWARDED = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'];

/**
 * Whether it comes from this machine, and not through a proxy on it. The name that it came by counts, too: a page of
 * another site can make a browser here call a name of its own that leads to loopback.
 */
function isLocal({ raw, headers }: FastifyRequest): boolean {
  const { remoteAddress = '' } = raw.socket;
  const isLoopback = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(remoteAddress);
  return isLoopback && isLoopbackName(headers.host ?? '') && !FORWARDED.some((name) => name in headers);
}

function showsToken({ headers: { authorization = '' } }: FastifyRequest, token: string | undefined): boolean {
  return token !== undefined && isSameSecret(authorization, `Bearer ${token}`);
}
