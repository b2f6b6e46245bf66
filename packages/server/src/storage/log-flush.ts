import type { Disk } from './disk.ts';

/**
 * The disk is waited for beside this thread when so many units shared the commit, or when the last wait took so many
 * milliseconds: the way to another thread and back costs a unit that is alone more than a quick disk.
 */
const BESIDE_FROM = 4;
const SLOW_DISK = 1;

/** Has commits on the disk that only wrote them to the log. */
export class LogFlush {
  readonly #disk: Disk;
  readonly #monotonic: () => number;
  #pending: Promise<void> | undefined;
  #took = 0;

  constructor(disk: Disk, monotonic: () => number) {
    this.#disk = disk;
    this.#monotonic = monotonic;
  }

  /** Answers with a promise only where the disk is waited for beside this thread. One at a time. */
  flush(units: number): Promise<void> | undefined {
    const began = this.#monotonic();
    if (units < BESIDE_FROM && this.#took < SLOW_DISK) {
      this.#disk.flushNow();
      this.#took = this.#monotonic() - began;
      return undefined;
    }
    this.#pending = this.#disk.flushBeside().finally(() => {
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
      return pending.then(() => seen);
    } catch (refusal) {
      return pending.then(() => Promise.reject(refusal));
    }
  }

  close(): void {
    this.#disk.close();
  }
}
