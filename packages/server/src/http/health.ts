import type { FastifyInstance } from 'fastify';
import type { Clock } from '#kit/clock.ts';
import type { Store } from '#storage/store.ts';
import { readinessOf } from './readiness.ts';

export interface HealthOptions {
  readonly store: Store;
  readonly clock: Clock;
  /** undefined: the database is no file. */
  readonly databaseFile: string | undefined;
  readonly isStopping: () => boolean;
}

/** Whether the portal answers, for those who watch over it. */
export function healthRoutes(server: FastifyInstance, options: HealthOptions): void {
  const { store, clock, databaseFile, isStopping } = options;
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
