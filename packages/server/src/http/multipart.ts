import type { FastifyRequest } from 'fastify';
import { systemErrors } from '#api/kernel/call/api-error.ts';

/** The fields of a multipart form in their order. Files are read over: no method takes them that way. */
export async function readMultipart(request: FastifyRequest): Promise<[string, string][]> {
  const pairs: [string, string][] = [];
  try {
    for await (const part of request.parts()) {
      if (part.type === 'file') part.file.resume();
      else pairs.push([part.fieldname, String(part.value)]);
    }
  } catch (error) {
    throw systemErrors.invalidRequest(error instanceof Error ? error.message : 'The multipart form cannot be read');
  }
  return pairs;
}
