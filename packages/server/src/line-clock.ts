import { passOnWhatIsDue } from '#domain/line/pass-on.ts';
import type { Clock } from '#kit/clock.ts';
import type { Store } from '#storage/store.ts';

/** Milliseconds between two looks at visitors who wait, and visitors in one unit. */
const EVERY = 5_000;
const AT_ONCE = 50;

export interface LineClockOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly onError: (error: unknown) => void;
}

/** Passes visitors of open channels on to the next of the queue when those who were asked do not take them in time. */
export class LineClock {
  readonly #options: LineClockOptions;
  #callOff: (() => void) | undefined;
  #working: Promise<void> | undefined;

  constructor(options: LineClockOptions) {
    this.#options = options;
  }

  start(): void {
    this.#callOff = this.#options.clock.after(EVERY, () => {
      this.#working = this.#look().finally(() => {
        this.#working = undefined;
        if (this.#callOff) this.start();
      });
    });
  }

  async stop(): Promise<void> {
    this.#callOff?.();
    this.#callOff = undefined;
    await this.#working;
  }

  /** Resolves when it rests. */
  async idle(): Promise<void> {
    await this.#working;
  }

  async #look(): Promise<void> {
    const { store, clock, onError } = this.#options;
    try {
      // Nothing is written while nobody waits.
      while (this.#callOff && (await store.read((work) => work.lineSessions.listDue(clock.now(), 1))).length > 0)
        await store.write((work) => passOnWhatIsDue(work, AT_ONCE));
    } catch (error) {
      onError(error);
    }
  }
}
