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

  /** While a commit is on its way to the disk: who looks now sees what a power cut may yet take back. */
  get pending(): Promise<void> | undefined {
    return this.#pending;
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

  close(): void {
    this.#disk.close();
  }
}
