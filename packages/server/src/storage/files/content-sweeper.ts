import { previewKey } from '#domain/file/content.ts';
import type { Clock } from '#kit/clock.ts';
import type { Store } from '../store.ts';
import type { FileHome } from './file-home.ts';

/**
 * Milliseconds for which bytes stay when no file has them any more: a backup copies the database first and the files
 * after it, and a download that has begun is to come to its end.
 */
const KEPT_FOR = 60 * 60_000;
const EVERY = 60_000;
/** Contents in one unit. */
const STEP = 100;

export interface ContentSweeperOptions {
  readonly store: Store;
  readonly files: FileHome;
  readonly clock: Clock;
  readonly onError: (error: unknown) => void;
}

/** Takes away what is in no file any more: files that were deleted, and uploads that came to nothing. */
export class ContentSweeper {
  readonly #options: ContentSweeperOptions;
  #running: Promise<void> | undefined;
  #calledOff: (() => void) | undefined;

  constructor(options: ContentSweeperOptions) {
    this.#options = options;
  }

  /** At once: an earlier run may have left something; then every minute. */
  start(): void {
    this.#calledOff = this.#options.clock.after(EVERY, () => this.start());
    this.#running ??= this.#sweep().finally(() => {
      this.#running = undefined;
    });
  }

  /** Resolves when a round that has begun is through. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async stop(): Promise<void> {
    this.#calledOff?.();
    this.#calledOff = undefined;
    await this.#running;
  }

  async #sweep(): Promise<void> {
    try {
      for (let count = STEP; count === STEP && this.#calledOff; ) count = await this.#step();
    } catch (error) {
      this.#options.onError(error);
    }
  }

  /** The row goes last: until then somebody knows of the bytes. */
  async #step(): Promise<number> {
    const { store, files, clock } = this.#options;
    const released = await store.read((work) => work.contents.listReleased(clock.now() - KEPT_FOR, STEP));
    for (const content of released) {
      await files.remove(content.key);
      // Of an upload that came to nothing no row says that there is one.
      await files.remove(previewKey(content));
    }
    if (released.length > 0)
      await store.write(async (work) => {
        for (const content of released) await work.contents.deleteContent(content);
      });
    return released.length;
  }
}
