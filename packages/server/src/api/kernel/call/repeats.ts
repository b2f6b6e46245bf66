import { createHash } from 'node:crypto';
import type { Clock } from '#kit/clock.ts';
import type { ApiCaller } from '../definition/api-caller.ts';
import type { CallAnswer } from './call-answer.ts';

/** What tells that a request is sent once more, because its answer was lost. */
export interface RepeatMark {
  /** `bx24_request_id` of the query, or the header Idempotency-Key. */
  readonly id: string;
  /** Query and body as they were sent. */
  readonly content: Uint8Array | string;
}

/** Milliseconds in which the same call is answered with the first answer. */
const KEPT_FOR = 10 * 60_000;
/** Answers that are kept, and bytes of all of them and of one. */
const MOST = 10_000;
const MOST_BYTES = 32 * 1024 * 1024;
const LARGEST = 4 * 1024 * 1024;

interface Kept {
  readonly answer: Promise<CallAnswer>;
  /** 0 while it runs. */
  bytes: number;
  until: number;
}

/**
 * Does a call once that a caller sends several times (R44). In memory alone: after a restart a repeat is a new call.
 * Where nobody marks a request nothing is done at all.
 */
export class Repeats {
  readonly #clock: Clock;
  /** The oldest first. */
  readonly #kept = new Map<string, Kept>();
  #bytes = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The first answer to that call of this caller, else what `call` answers; a repeat waits for a first one that runs. */
  once(mark: RepeatMark, caller: ApiCaller, method: string, call: () => Promise<CallAnswer>): Promise<CallAnswer> {
    const key = keyOf(mark, caller, method);
    const known = this.#kept.get(key);
    if (known && (known.bytes === 0 || known.until > this.#clock.monotonic())) return known.answer;
    if (known) this.#forget(key, known);
    const running: Kept = { answer: call(), bytes: 0, until: 0 };
    this.#kept.set(key, running);
    running.answer.then(
      (answer) => this.#finish(key, running, answer),
      () => this.#forget(key, running),
    );
    return running.answer;
  }

  #finish(key: string, one: Kept, answer: CallAnswer): void {
    this.#forget(key, one);
    // Nothing was done that could be done twice.
    if (answer.status === 429 || answer.status >= 500) return;
    const bytes = answer.file ? answer.file.content.length + 1 : JSON.stringify(answer.body).length * 2;
    if (bytes > LARGEST) return;
    one.bytes = bytes;
    one.until = this.#clock.monotonic() + KEPT_FOR;
    this.#kept.set(key, one);
    this.#bytes += bytes;
    this.#makeRoom();
  }

  #forget(key: string, one: Kept): void {
    if (this.#kept.get(key) === one) this.#kept.delete(key);
    this.#bytes -= one.bytes;
    one.bytes = 0;
  }

  /** The oldest go first; those that run hold nothing yet. */
  #makeRoom(): void {
    const now = this.#clock.monotonic();
    for (const [key, one] of this.#kept) {
      const isFull = this.#kept.size > MOST || this.#bytes > MOST_BYTES;
      if (one.bytes === 0) continue;
      if (!isFull && one.until > now) return;
      this.#forget(key, one);
    }
  }
}

function keyOf({ id, content }: RepeatMark, { key, user }: ApiCaller, method: string): string {
  const call = JSON.stringify([key, user.id, method.toLowerCase(), id]);
  return createHash('sha256').update(call).update(content).digest('base64');
}
