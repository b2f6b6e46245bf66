import type { IncomingMessage } from 'node:http';
import { systemErrors } from '#api/kernel/call/api-error.ts';
import { loopShare } from '#kit/loop-share.ts';
import { othersTurn } from '#kit/others-turn.ts';
import { type ContentRules, takenOut } from './contents/taken-out.ts';
import { type OpenBodies, OpenBody, SMALL_BYTES } from './open-bodies.ts';
import { SenderGone } from './sender-gone.ts';
import { type SpoolRules, spooled } from './spool.ts';

/** Bytes that anybody may send; what is larger is read only for a caller who is known. */
export const FREE_BYTES = 1024 * 1024;

/** How a body is read whose first {@link FREE_BYTES} have come: so many bytes of it, by the token that is in it, or without its files. */
export type Allowance = number | SpoolRules | ContentRules;

/** What is known of a sender before the body is read. */
export interface Sender {
  /** Asked before a body is more than small: whether the request says beside it who that is. Throws what a false one is answered. */
  identify(): Promise<boolean>;
  /** Asked after {@link FREE_BYTES}: what may follow, or throws what the answer is to be. */
  allowance(): Promise<Allowance>;
}

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
 * Reads a body and answers what `use` makes of it; until then its bytes count among those of all bodies. Every byte counts,
 * in whatever encoding it comes.
 */
export async function readBody<T>(
  request: IncomingMessage,
  bodies: OpenBodies,
  sender: Sender,
  use: (body: Buffer) => Promise<T> | T,
): Promise<T> {
  const body = new OpenBody(bodies);
  try {
    const kept = await arrived(request, body, sender);
    // Many large ones can arrive in one turn of the loop, and it takes a while to put the pieces of one together.
    if (body.bytes > FREE_BYTES) await othersTurn();
    return await use(kept ?? body.whole());
  } finally {
    body.close();
  }
}

/** Resolves when all of it is there; with the body where it was kept elsewhere. */
function arrived(request: IncomingMessage, body: OpenBody, sender: Sender): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    let limit = FREE_BYTES;
    let isIdentified = false;
    let isAsking = false;
    let isLeft = false;
    const leave = () => {
      isLeft = true;
      request.off('data', take).off('end', end).off('close', gone);
    };
    const identify = async (chunk: Buffer) => {
      isIdentified = true;
      isAsking = true;
      request.pause();
      body.isOfKnown = await sender.identify();
      isAsking = false;
      // What is held after its end would be held for ever.
      if (isLeft) return;
      request.resume();
      take(chunk);
    };
    const stop = (error: unknown) => {
      leave();
      reject(error);
    };
    const ask = async () => {
      isAsking = true;
      request.pause();
      const allowance = await sender.allowance();
      isAsking = false;
      limit = typeof allowance === 'number' ? allowance : allowance.limit;
      if (Math.max(body.bytes, declared(request)) > limit) throw tooLarge(limit);
      if (typeof allowance === 'number') return void request.resume();
      leave();
      resolve(await ('contents' in allowance ? takenOut(request, body, allowance) : spooled(request, body, allowance)));
    };
    function gone(): void {
      stop(new SenderGone());
    }
    function take(chunk: Buffer): void {
      if (!isIdentified && body.bytes + chunk.length > SMALL_BYTES) return void identify(chunk).catch(stop);
      const isFirst = body.bytes <= FREE_BYTES;
      if (!body.add(chunk)) stop(systemErrors.overload());
      else if (body.bytes > FREE_BYTES && isFirst) ask().catch(stop);
      else if (body.bytes > limit) stop(tooLarge(limit));
      else if (!loopShare.hasTimeToRead()) holdBack();
    }
    // The system hands over megabytes of each connection in one turn, and fifty of these take longer than a turn may.
    function holdBack(): void {
      request.pause();
      setImmediate(() => {
        if (!isLeft && !isAsking) request.resume();
      });
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
