import type { FastifyRequest } from 'fastify';
import { isReadableText } from '#kit/readable-text.ts';

/** Bytes; nobody writes more than this into the forms of our pages. */
export const FORM_LIMIT = 16 * 1024;

/** What no browser sends, and no database keeps. */
class UnreadableForm extends Error {
  override readonly name = 'UnreadableForm';
  readonly statusCode = 400;
}

/**
 * What was written into a form of ours: each field by its name, empty where it is not there.
 * @throws {UnreadableForm} when there is a U+0000 in it
 */
export function sentForm(request: FastifyRequest): (name: string) => string {
  const form = new URLSearchParams(Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '');
  for (const value of form.values()) if (!isReadableText(value)) throw new UnreadableForm('A field holds U+0000');
  return (name) => form.get(name) ?? '';
}
