import type { IncomingMessage } from 'node:http';
import { systemErrors } from '#api/kernel/call/api-error.ts';
import { othersTurn } from '#kit/others-turn.ts';
import { type ContentRules, takenOut } from './contents/taken-out.ts';
import { type OpenBodies, OpenBody } from './open-bodies.ts';
import { type SpoolRules, spooled } from './spool.ts';

/** Bytes that anybody may send; what is larger is read only for a caller who is known. */
export const FREE_BYTES = 1024 * 1024;

/** How a body is read whose first {@link FREE_BYTES} have come: so many bytes of it, by the token that is in it, or without its files. */
export type Allowance = number | SpoolRules | ContentRules;

const NOTHING = Buffer.alloc(0);

/** In the middle of a body: nobody is there to be answered. */
export class SenderGone extends Error {}

/**
 * The whole body where it came in one piece with its head, as nearly all do: to listen for the pieces of one that is
 * there takes longer than to parse it. undefined: it is still on its way.
 */
export function bodyInHand(request: IncomingMessage): Buffer | undefined {
  const isInHand = request.complete || request.readableLength === Number(request.headers['content-length']);
  return isInHand ? ((request.read() as Buffer | null) ?? NOTHING) : undefined;
}

/**
 * Reads a body and answers what `use` makes of it; until then its bytes count among those of all bodies. Up to
 * {@link FREE_BYTES} it asks nobody; then `allowed` says what this caller may send, or throws what the answer is to be.
 * Every byte counts, in whatever encoding it comes.
 */
export async function readBody<T>(
  request: IncomingMessage,
  bodies: OpenBodies,
  allowed: () => Promise<Allowance>,
  use: (body: Buffer) => Promise<T> | T,
): Promise<T> {
  const body = new OpenBody(bodies);
  try {
    const kept = await arrived(request, body, allowed);
    // Many large ones can arrive in one turn of the loop, and it takes a while to put the pieces of one together.
    if (body.bytes > FREE_BYTES) await othersTurn();
    return await use(kept ?? body.whole());
  } finally {
    body.close();
  }
}

/** Resolves when all of it is there; with the body where it was kept elsewhere. */
function arrived(
  request: IncomingMessage,
  body: OpenBody,
  allowed: () => Promise<Allowance>,
): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    let limit = FREE_BYTES;
    const gone = () => reject(new SenderGone());
    const leave = () => request.off('data', take).off('end', end).off('close', gone);
    const stop = (error: unknown) => {
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
      resolve(await ('contents' in allowance ? takenOut(request, body, allowance) : spooled(request, body, allowance)));
    };
    function take(chunk: Buffer): void {
      const isFirst = body.bytes <= FREE_BYTES;
      if (!body.add(chunk)) stop(systemErrors.overload());
      else if (body.bytes > FREE_BYTES && isFirst) ask().catch(stop);
      else if (body.bytes > limit) stop(tooLarge(limit));
    }
    function end(): void {
      body.arrived();
      resolve(undefined);
    }
    body.onTooSlow = () => stop(systemErrors.bodyTooSlow());
    request.on('data', take).once('end', end);
    request.once('close', gone);
  });
}

function declared({ headers }: IncomingMessage): number {
  return Number(headers['content-length'] ?? 0);
}

function tooLarge(limit: number) {
  return systemErrors.bodyTooLarge(`${limit / FREE_BYTES} MB`);
}
