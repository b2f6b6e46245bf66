import type { FastifyInstance } from 'fastify';
import type { Store } from '#storage/store.ts';

/** As they are named when they are kept: 32 hexadecimal digits and an ending. */
const NAME = /^[0-9a-f]{32}\.(?:png|jpg|gif|webp)$/;

/** Whatever else was stored under a picture's name is not handed to a browser. */
const MEDIA_TYPES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** Pictures of bots and chats. Their names cannot be guessed and are never used again, so anybody may keep them for ever. */
export function imageRoutes(server: FastifyInstance, store: Store): void {
  server.get<{ Params: { name: string } }>('/images/:name', async (request, reply) => {
    const { name } = request.params;
    const image = NAME.test(name) ? await store.read((work) => work.images.findImage(name)) : undefined;
    if (!image || !MEDIA_TYPES.has(image.mediaType)) return reply.callNotFound();
    return reply
      .header('content-type', image.mediaType)
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .send(Buffer.from(image.content));
  });
}
