import type { Clock } from '#kit/clock.ts';
import type { CallBatch } from '#storage/call-log/call-batches.ts';

/** Characters that may wait to be written. */
const MOST = 8 * 1024 * 1024;
/** Milliseconds after which what could not be written is tried again. */
const AGAIN = 1_000;

export interface BatchQueueOptions {
  readonly write: (batch: CallBatch) => Promise<void>;
  readonly clock: Clock;
  /** Called after each batch. */
  readonly onWritten: () => void;
}

/** Batches on their way to the disk, one after the other. One that cannot be written is tried again. */
export class BatchQueue {
  readonly #options: BatchQueueOptions;
  readonly #batches: CallBatch[] = [];
  #size = 0;
  #writing: Promise<void> | undefined;
  #callOff: (() => void) | undefined;

  constructor(options: BatchQueueOptions) {
    this.#options = options;
  }

  get isFull(): boolean {
    return this.#size >= MOST;
  }

  add(batch: CallBatch): void {
    this.#batches.push(batch);
    this.#size += sizeOf(batch);
    void this.flush();
  }

  /** Resolves when all is written, or the next one cannot be for the moment. */
  flush(): Promise<void> {
    this.stop();
    this.#writing ??= this.#write().finally(() => {
      this.#writing = undefined;
    });
    return this.#writing;
  }

  /** Tries no more by itself. */
  stop(): void {
    this.#callOff?.();
    this.#callOff = undefined;
  }

  async #write(): Promise<void> {
    for (let batch = this.#batches[0]; batch; batch = this.#batches[0]) {
      try {
        await this.#options.write(batch);
      } catch {
        // A disk that is full or locked: while it is, calls are counted that are not kept, which is told of.
        this.#callOff ??= this.#options.clock.after(AGAIN, () => void this.flush());
        return;
      }
      this.#batches.shift();
      this.#size -= sizeOf(batch);
      this.#options.onWritten();
    }
  }
}

function sizeOf({ facts, texts }: CallBatch): number {
  return facts.length + texts.length;
}
