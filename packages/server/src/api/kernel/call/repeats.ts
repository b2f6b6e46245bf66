import { createHash } from 'node:crypto';
import type { Clock } from '#kit/clock.ts';
import type { ApiCaller } from '../definition/api-caller.ts';
import type { CallAnswer } from './call-answer.ts';
import { toJson } from './envelope.ts';

/** What tells that a request is sent once more, because its answer was lost. */
export interface RepeatMark {
  /** `bx24_request_id` of the query, or the header Idempotency-Key. */
  readonly id: string;
  /** Query and body as they were sent. */
  readonly content: Uint8Array | string;
}

/** Milliseconds in which the same call is answered with the first answer. */
const KEPT_FOR = 10 * 60_000;
/** Answers that are kept, and bytes of all of them and of one, at two for each character. */
const MOST = 10_000;
const MOST_BYTES = 32 * 1024 * 1024;
const LARGEST = 4 * 1024 * 1024;

interface Running {
  readonly answer: Promise<CallAnswer>;
  readonly bytes: 0;
}

/** As text: what it was made of takes many times as much memory, and nobody can tell how much. */
interface Kept {
  readonly answer: Pick<CallAnswer, 'status' | 'file'>;
  readonly text: string;
  readonly bytes: number;
  readonly until: number;
}

/**
 * Does a call once that a caller sends several times (R44). In memory alone: after a restart a repeat is a new call.
 * Where nobody marks a request nothing is done at all, nor where a call only reads: doing that twice harms nobody, and
 * what it answers would drive out the answers to calls that do something.
 */
export class Repeats {
  readonly #clock: Clock;
  /** The oldest first. */
  readonly #kept = new Map<string, Running | Kept>();
  #bytes = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The first answer to that call of this caller, else what `call` answers; a repeat waits for a first one that runs. */
  async once(
    mark: RepeatMark,
    caller: ApiCaller,
    method: string,
    call: () => Promise<CallAnswer>,
  ): Promise<CallAnswer> {
    const key = keyOf(mark, caller, method);
    const known = this.#kept.get(key);
    if (known && !('text' in known)) return known.answer;
    if (known && known.until > this.#clock.monotonic()) return { ...known.answer, body: JSON.parse(known.text) };
    if (known) this.#forget(key);
    const answer = call();
    this.#kept.set(key, { answer, bytes: 0 });
    try {
      this.#finish(key, await answer);
    } catch (error) {
      this.#forget(key);
      throw error;
    }
    return answer;
  }

  #finish(key: string, { status, body, file }: CallAnswer): void {
    this.#forget(key);
    // Nothing was done that could be done twice.
    if (status === 429 || status >= 500) return;
    const text = toJson(body);
    const bytes = text.length * 2 + (file?.content.length ?? 0);
    if (bytes > LARGEST) return;
    this.#kept.set(key, {
      answer: { status, ...(file && { file }) },
      text,
      bytes,
      until: this.#clock.monotonic() + KEPT_FOR,
    });
    this.#bytes += bytes;
    this.#makeRoom();
  }

  #forget(key: string): void {
    this.#bytes -= this.#kept.get(key)?.bytes ?? 0;
    this.#kept.delete(key);
  }

  /** The oldest go first; those that run hold nothing yet. */
  #makeRoom(): void {
    const now = this.#clock.monotonic();
    for (const [key, one] of this.#kept) {
      const isFull = this.#kept.size > MOST || this.#bytes > MOST_BYTES;
      if (!('text' in one)) continue;
      if (!isFull && one.until > now) return;
      this.#forget(key);
    }
  }
}

function keyOf({ id, content }: RepeatMark, { key, user }: ApiCaller, method: string): string {
  const call = JSON.stringify([key, user.id, method.toLowerCase(), id]);
  return createHash('sha256').update(call).update(content).digest('base64');
}
