import type { IncomingMessage } from 'node:http';
import { ApiError, systemErrors } from '#api/kernel/call/api-error.ts';
import type { OpenBody } from './open-bodies.ts';
import { SenderGone } from './sender-gone.ts';
import { tokenIn } from './token-in.ts';

/** Large bodies that are taken in at one time without anybody knowing who sends them: each fills a disk for a while. */
const MOST = 4;

/** Places for large bodies whose senders say who they are at the end of them, as the vendor's SDK does. */
export class StrangerPlaces {
  #free = MOST;
  readonly #waiting: (() => void)[] = [];

  /** Resolves when there is one for that body; who came first is first. What has come of it counts meanwhile, and its time. */
  async take(request: IncomingMessage, body: Pick<OpenBody, 'onTooSlow'>): Promise<void> {
    if (this.#free > 0) {
      this.#free -= 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const leave = (error: Error) => {
        const place = this.#waiting.indexOf(onTurn);
        if (place >= 0) this.#waiting.splice(place, 1);
        request.off('close', gone);
        reject(error);
      };
      const gone = () => leave(new SenderGone());
      const onTurn = () => {
        request.off('close', gone);
        resolve();
      };
      this.#waiting.push(onTurn);
      request.once('close', gone);
      body.onTooSlow = () => leave(systemErrors.bodyTooSlow());
    });
  }

  giveBack(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free += 1;
  }
}

export interface StrangerRules {
  /** Nothing beside the body says who sends it. */
  readonly isStrange: boolean;
  /** Throws what the caller is answered when nobody was given that token. */
  identify(token: string): Promise<void>;
}

/** Runs `read`: at once for who is known, or has said so in what has come of the body, else when there is a place. */
export async function inPlace<T>(
  request: IncomingMessage,
  body: OpenBody,
  rules: StrangerRules,
  read: () => Promise<T>,
): Promise<T> {
  if (!rules.isStrange || (await hasSaidWho(request, body, rules))) return read();
  await body.places.take(request, body);
  try {
    return await read();
  } finally {
    body.places.giveBack();
  }
}

async function hasSaidWho({ headers }: IncomingMessage, body: OpenBody, rules: StrangerRules): Promise<boolean> {
  const token = tokenIn(body.whole(), headers['content-type']);
  if (token === undefined) return false;
  try {
    await rules.identify(token);
    return true;
  } catch (error) {
    // It may be a part of a text.
    if (error instanceof ApiError) return false;
    throw error;
  }
}
