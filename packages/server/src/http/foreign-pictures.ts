import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { LinkPreviews } from '#delivery/link-previews.ts';
import { accessMessage } from '#domain/message/access-message.ts';
import { picturesIn } from '#domain/message-parts/pictures-in.ts';
import type { User } from '#domain/user/user.ts';
import type { Store } from '#storage/store.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { sendPicture } from './send-picture.ts';
import { findSignedIn } from './sign-in/signed-in.ts';

type Request = FastifyRequest<{ Params: { message: string }; Querystring: { at?: unknown } }>;

/**
 * Pictures of other hosts that stand in messages, fetched and made smaller here: those who run the other hosts learn
 * nothing of who reads. They are given to those who may read the message, and nothing else is fetched for them.
 */
export function foreignPictureRoutes(server: FastifyInstance, store: Store, previews: LinkPreviews): void {
  server.get('/pictures/:message', async (request: Request, reply) => {
    const { params, query } = request;
    const signedIn = await findSignedIn(request, store);
    const isThere = signedIn && (await store.read((work) => shows(work, signedIn.user, params.message, query.at)));
    const picture = isThere ? await previews.picture(String(query.at)) : undefined;
    return picture ? sendPicture(reply, picture) : reply.callNotFound();
  });
}

async function shows(work: Reading, reader: User, id: string, address: unknown): Promise<boolean> {
  if (!/^\d{1,15}$/.test(id) || typeof address !== 'string') return false;
  const view = await accessMessage(work, reader, Number(id));
  if (!view.ok || view.value.message.deletedAt !== null) return false;
  const { text, params } = view.value.message;
  return picturesIn(text, params.attach ?? []).has(address);
}
