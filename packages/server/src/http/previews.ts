import type { FastifyInstance } from 'fastify';
import type { LinkPreviews } from '#delivery/link-previews.ts';
import type { Store } from '#storage/store.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { sendPicture } from './send-picture.ts';

/**
 * Pictures of pages behind links, made smaller here: browsers ask no other host. The token names a message, and stands for
 * the picture that belongs to its link and for nothing else.
 */
export function previewRoutes(server: FastifyInstance, store: Store, previews: LinkPreviews): void {
  server.get<{ Params: { token: string } }>('/previews/:token', async (request, reply) => {
    const url = await store.read((work) => pictureMeant(work, request.params.token));
    const picture = url === undefined ? undefined : await previews.picture(url);
    return picture ? sendPicture(reply, picture) : reply.callNotFound();
  });
}

async function pictureMeant(work: Reading, token: string): Promise<string | undefined> {
  const link = work.links.read(token);
  const message = link?.kind === 'picture' ? await work.messages.findMessage(link.id) : undefined;
  return message?.params.preview?.picture?.url;
}
