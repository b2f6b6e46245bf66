import type { FastifyReply } from 'fastify';
import type { SmallerPicture } from '#storage/files/smaller-picture.ts';

/** A picture that was made here of one of another host. */
export function sendPicture(reply: FastifyReply, { bytes }: SmallerPicture): FastifyReply {
  return reply
    .header('content-type', 'image/webp')
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, max-age=86400')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .send(Buffer.from(bytes));
}
