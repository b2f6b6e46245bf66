import type { Clock } from '#kit/clock.ts';
import { callBatches } from '#storage/call-log/call-batches.ts';
import type { CallLogHome } from '#storage/call-log/call-log-home.ts';

/** Batches after which what is too old is deleted, and the longest time between two such rounds. */
const ROUND = 8;
const ROUND_EVERY = 10 * 60_000;
/** Batches that are deleted at once. */
const STEP = 16;

export interface OldBatchesOptions {
  readonly home: CallLogHome;
  readonly clock: Clock;
  /** Calls up to that number, and those from before that moment, are not to be kept any longer. */
  readonly bounds: () => { readonly upToId: number; readonly before: number };
  readonly onError: (error: unknown) => void;
}

/** Deletes batches of calls that are too old or too many, a few at a time. */
export class OldBatches {
  readonly #options: OldBatchesOptions;
  #roundIn = 0;
  #round: Promise<void> | undefined;
  #isStopped = false;
  #callOff: (() => void) | undefined;

  constructor(options: OldBatchesOptions) {
    this.#options = options;
  }

  batchWritten(): void {
    if (this.#isStopped) return;
    this.#roundIn -= 1;
    if (this.#roundIn <= 0) this.#begin();
    this.#callOff ??= this.#options.clock.after(ROUND_EVERY, () => {
      this.#callOff = undefined;
      this.#begin();
    });
  }

  /** Answers when a round that goes on has ended, which is after its next step. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#callOff?.();
    await this.#round;
  }

  #begin(): void {
    this.#roundIn = ROUND;
    this.#round ??= this.#delete().finally(() => {
      this.#round = undefined;
    });
  }

  async #delete(): Promise<void> {
    const { home, bounds, onError } = this.#options;
    try {
      for (let count = STEP; count === STEP && !this.#isStopped; )
        count = await home.write((session) => {
          const { upToId, before } = bounds();
          return callBatches(session).deleteOld(upToId, before, STEP);
        });
    } catch (error) {
      onError(error);
    }
  }
}
