import type { FastifyInstance, FastifyReply } from 'fastify';
import type { BuiltFile, BuiltPages } from './built-pages.ts';

/** Where the files of the build are served. */
export const ASSETS = '/web/assets/';

export const ICON = '/icon.svg';

const ICON_IMAGE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="9" fill="#4d4dd6"/><path d="M16 9V6h-3m-4 11H7m18 0h-2m-10-1v2m6-2v2M24 22a2 2 0 0 1-2 2h-9l-4 3V12a2 2 0 0 1 2-2h11a2 2 0 0 1 2 2z" fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

/** Scripts, styles, fonts and pictures of the pages. Their names change with their content: browsers keep them for ever. */
export function assetRoutes(server: FastifyInstance, pages: BuiltPages): void {
  server.get(ICON, async (_, reply) =>
    reply
      .header('content-type', 'image/svg+xml')
      .header('cache-control', 'public, max-age=86400')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .send(ICON_IMAGE),
  );
  server.get<{ Params: { name: string } }>(`${ASSETS}:name`, async ({ params, headers }, reply) => {
    const file = pages.file(params.name);
    if (!file) return reply.callNotFound();
    return sendFile(reply, file, String(headers['accept-encoding'] ?? ''));
  });
}

function sendFile(reply: FastifyReply, { type, plain, brotli, gzip }: BuiltFile, accepted: string): FastifyReply {
  reply
    .header('content-type', type)
    .header('cache-control', 'public, max-age=31536000, immutable')
    .header('x-content-type-options', 'nosniff')
    .header('vary', 'accept-encoding');
  if (brotli && /\bbr\b/.test(accepted)) return reply.header('content-encoding', 'br').send(brotli);
  if (gzip && /\bgzip\b/.test(accepted)) return reply.header('content-encoding', 'gzip').send(gzip);
  return reply.send(plain);
}
