import type { FastifyRequest } from 'fastify';

/** Bytes; nobody writes more than this into the forms of our pages. */
export const FORM_LIMIT = 16 * 1024;

/** What was written into a form of ours: each field by its name, empty where it is not there. */
export function sentForm(request: FastifyRequest): (name: string) => string {
  const form = new URLSearchParams(Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '');
  return (name) => form.get(name) ?? '';
}
