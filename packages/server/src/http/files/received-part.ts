import type { IncomingMessage } from 'node:http';
import { Busboy } from '@fastify/busboy';
import { systemErrors } from '#api/kernel/call/api-error.ts';
import type { ContentWriter } from '../rest/contents/content-writer.ts';
import { SenderGone } from '../rest/sender-gone.ts';

/** Of everything beside the file. */
const MOST_BESIDE = 1024 * 1024;
const LIMITS = { files: 1, fields: 20, parts: 21, fieldSize: 64 * 1024, fieldNameSize: 1024 };

/**
 * Writes down the file of a form while it comes, and answers its name; undefined: there was none in it.
 *
 * @param most bytes of the file
 * @throws ApiError when the form cannot be read or is too large
 */
export function receivedPart(
  request: IncomingMessage,
  writer: ContentWriter,
  most: number,
): Promise<string | undefined> {
  const limit = most + MOST_BESIDE;
  const tooLarge = () => systemErrors.bodyTooLarge(`${Math.round(limit / 1024 / 1024)} MB`);
  if (Number(request.headers['content-length'] ?? 0) > limit) return Promise.reject(tooLarge());
  return new Promise((resolve, reject) => {
    let name: string | undefined;
    let writing: Promise<void> = Promise.resolve();
    let bytes = 0;
    const stop = (error: unknown) => {
      request.unpipe();
      reject(error);
    };
    const refuse = (message: string) => stop(systemErrors.invalidRequest(message));
    try {
      const form = new Busboy({
        headers: { ...request.headers, 'content-type': request.headers['content-type'] ?? '' },
        limits: LIMITS,
      });
      form.on('file', (_, stream, filename) => {
        name = filename ?? '';
        // Also when nobody reads it any more: an error that nobody listens to would end the program.
        stream.on('error', (error: Error) => refuse(error.message));
        writing = (async () => {
          for await (const chunk of stream) await writer.take(chunk as Buffer);
        })();
        writing.catch(stop);
      });
      form.on('error', (error: Error) => refuse(error.message));
      form.once('finish', () => writing.then(() => resolve(name), stop));
      request.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > limit) stop(tooLarge());
      });
      request.once('close', () => {
        if (!request.complete) reject(new SenderGone());
      });
      request.pipe(form);
    } catch (error) {
      refuse(error instanceof Error ? error.message : 'The form cannot be read');
    }
  });
}
