/** Milliseconds that what is asked of the program may take in one phase of a turn of the event loop. */
const LONGEST = 10;

/**
 * Gives each turn of the event loop no more work than it has time for. However many ask for something at one moment, and
 * however many large pieces of work go on at the same time: whoever comes next is read after one such share, not after
 * all of them.
 */
export class LoopShare {
  /** What has just come is worked on while it is read; what waits, after all that has come has been read. */
  readonly #reading: Share;
  readonly #rest: Share;
  #waiting = 0;

  constructor(monotonic: () => number = () => performance.now()) {
    this.#reading = new Share(monotonic);
    this.#rest = new Share(monotonic);
  }

  /** Runs it now, or in its order in one of the next turns: what came earlier and waits goes first. */
  run(work: () => void): void {
    if (this.#waiting === 0 && this.#reading.hasTime()) work();
    else this.later(work);
  }

  /** Whether more may be read in this turn of what is still on its way. */
  hasTimeToRead(): boolean {
    return this.#reading.hasTime();
  }

  /** Runs it when everybody has had their turn who waits already. */
  later(work: () => void): void {
    this.#waiting += 1;
    setImmediate(() => this.#try(work));
  }

  #try(work: () => void): void {
    // Asked again in the same order in the next turn.
    if (!this.#rest.hasTime()) return void setImmediate(() => this.#try(work));
    this.#waiting -= 1;
    work();
  }
}

class Share {
  readonly #monotonic: () => number;
  /** When the first work of this phase began. */
  #begun: number | undefined;

  constructor(monotonic: () => number) {
    this.#monotonic = monotonic;
  }

  hasTime(): boolean {
    if (this.#begun !== undefined) return this.#monotonic() - this.#begun < LONGEST;
    this.#begun = this.#monotonic();
    setImmediate(() => {
      this.#begun = undefined;
    });
    return true;
  }
}

/** That of this process: it has one event loop. */
export const loopShare = new LoopShare();
