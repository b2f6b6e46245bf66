import type { FastifyInstance } from 'fastify';
import { isSharedName, pageOrigin } from '#kit/page-origin.ts';
import { type PlaceOptions, placeInBrowser } from './place.ts';

/**
 * Leads browsers that open a page at 127.0.0.1 or localhost to the name that the pages have of their own: nobody is
 * signed in at a name that other programs of the machine share.
 */
export function leadToOwnName(server: FastifyInstance, { publicUrl }: Pick<PlaceOptions, 'publicUrl'>): void {
  if (publicUrl !== undefined) return;
  server.addHook('onRequest', async (request, reply) => {
    const { 'sec-fetch-mode': mode, 'sec-fetch-dest': target } = request.headers;
    if (request.method !== 'GET' || mode !== 'navigate' || target !== 'document') return;
    const { host, origin } = placeInBrowser(request, undefined);
    if (isSharedName(host)) return reply.redirect(pageOrigin(origin) + request.originalUrl, 307);
  });
}
