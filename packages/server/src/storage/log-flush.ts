import { othersTurn } from '#kit/others-turn.ts';
import type { Disk } from './disk.ts';
import { StoreUnavailable } from './session.ts';

/**
 * Milliseconds. A disk that takes longer is waited for beside this thread. For a quicker one the way to another thread and
 * back costs more than it saves, however many share the commit.
 */
const SLOW_DISK = 1;
/** Beside this thread a wait seems longer than it is. Up to so many milliseconds one of so many flushes tries again how long it takes here. */
const MAY_BE_QUICK = 5;
const TRIES_AGAIN = 32;

/** Has commits on the disk that only wrote them to the log. */
export class LogFlush {
  readonly #disk: Disk;
  readonly #monotonic: () => number;
  #pending: Promise<void> | undefined;
  #took = 0;
  #flushes = 0;

  constructor(disk: Disk, monotonic: () => number) {
    this.#disk = disk;
    this.#monotonic = monotonic;
  }

  /**
   * Answers with a promise only where the disk is waited for beside this thread. One at a time.
   *
   * @throws {StoreUnavailable} when the disk did not keep what was written
   */
  flush(): Promise<void> | undefined {
    const began = this.#monotonic();
    if (this.#isQuick()) {
      try {
        this.#disk.flushNow();
      } catch (error) {
        throw notKept(error);
      }
      this.#took = this.#monotonic() - began;
      return undefined;
    }
    this.#pending = this.#disk
      .flushBeside()
      .catch((error) => Promise.reject(notKept(error)))
      .finally(() => {
        this.#took = this.#monotonic() - began;
        this.#pending = undefined;
      });
    return this.#pending;
  }

  /**
   * Looks at once, and tells what was seen when it is on the disk: until then a power cut may take it back. With nothing on
   * its way there that is at once, too.
   */
  tellOf<T>(look: () => Promise<T> | T): Promise<T> | T {
    const pending = this.#pending;
    if (!pending) return look();
    try {
      const seen = look();
      // A refusal is told as late; until then nobody listens for it.
      if (seen instanceof Promise) seen.catch(() => undefined);
      // All who waited go on at the same moment, each with work of its own.
      return pending.then(othersTurn).then(() => seen);
    } catch (refusal) {
      return pending.then(() => Promise.reject(refusal));
    }
  }

  #isQuick(): boolean {
    this.#flushes += 1;
    return this.#took < SLOW_DISK || (this.#took < MAY_BE_QUICK && this.#flushes % TRIES_AGAIN === 0);
  }

  close(): void {
    this.#disk.close();
  }
}

function notKept(cause: unknown): StoreUnavailable {
  return new StoreUnavailable('The disk did not keep what was written', { cause });
}
