import type { FastifyReply } from 'fastify';
import type { FileContent } from '#api/kernel/call/envelope.ts';

/** Hands out what somebody has uploaded: to be kept, and never to be run in a page of ours. */
export function sendFile(reply: FastifyReply, { name, content }: FileContent): FastifyReply {
  const plain = name.replace(/[^\w.-]/g, '_');
  return reply
    .header('content-type', 'application/octet-stream')
    .header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${encodeName(name)}`)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cache-control', 'private, no-store')
    .send(Buffer.from(content));
}

/** What a header may hold of a name: characters that no text can have are left out. */
function encodeName(name: string): string {
  return encodeURIComponent(name.replace(/\p{Surrogate}/gu, '_')).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
}
