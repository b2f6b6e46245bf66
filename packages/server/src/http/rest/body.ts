import type { IncomingMessage } from 'node:http';
import { systemErrors } from '#api/kernel/call/api-error.ts';
import { type OpenBodies, OpenBody } from './open-bodies.ts';
import { type SpoolRules, spooled } from './spool.ts';

/** Bytes that anybody may send; what is larger is read only for a caller who is known. */
export const FREE_BYTES = 1024 * 1024;

/** How a body is read whose first {@link FREE_BYTES} have come: so many bytes of it, or by the token that is in it. */
export type Allowance = number | SpoolRules;

const NOTHING = Buffer.alloc(0);

/**
 * The whole body where it came in one piece with its head, as nearly all do: to listen for the pieces of one that is
 * there takes longer than to parse it. undefined: it is still on its way.
 */
export function bodyInHand(request: IncomingMessage): Buffer | undefined {
  const isInHand = request.complete || request.readableLength === Number(request.headers['content-length']);
  return isInHand ? ((request.read() as Buffer | null) ?? NOTHING) : undefined;
}

/**
 * Reads a body. Up to {@link FREE_BYTES} it asks nobody; then `allowed` says what this caller may send, or throws what
 * the answer is to be. Every byte counts, in whatever encoding it comes.
 */
export function readBody(
  request: IncomingMessage,
  bodies: OpenBodies,
  allowed: () => Promise<Allowance>,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const body = new OpenBody(bodies);
    let limit = FREE_BYTES;
    const leave = () => request.off('data', take).off('end', end);
    const stop = (error: unknown) => {
      body.close();
      leave();
      reject(error);
    };
    const ask = async () => {
      request.pause();
      const allowance = await allowed();
      limit = typeof allowance === 'number' ? allowance : allowance.limit;
      if (Math.max(body.bytes, declared(request)) > limit) throw tooLarge(limit);
      if (typeof allowance === 'number') return void request.resume();
      leave();
      resolve(await spooled(request, body, allowance));
      body.close();
    };
    function take(chunk: Buffer): void {
      const isFirst = body.bytes <= FREE_BYTES;
      if (!body.add(chunk)) stop(systemErrors.overload());
      else if (body.bytes > FREE_BYTES && isFirst) ask().catch(stop);
      else if (body.bytes > limit) stop(tooLarge(limit));
    }
    function end(): void {
      body.close();
      resolve(body.whole());
    }
    body.onTooSlow = () => stop(systemErrors.bodyTooSlow());
    request.on('data', take).once('end', end);
    // Gone in the middle of it: nobody is there to be answered.
    request.once('close', () => body.close());
  });
}

function declared({ headers }: IncomingMessage): number {
  return Number(headers['content-length'] ?? 0);
}

function tooLarge(limit: number) {
  return systemErrors.bodyTooLarge(`${limit / FREE_BYTES} MB`);
}
