/** Calls of strangers that are told of in a second. Anybody can send any number of them, and each is looked up. */
const MOST = 10;
const SECOND = 1000;

/** Which calls of those who were not let in are told of. */
export class Strangers {
  #since = Number.NEGATIVE_INFINITY;
  #told = 0;

  /** Whether one more is told of; `now` in milliseconds that never go backwards. */
  admits(now: number): boolean {
    if (now - this.#since >= SECOND) {
      this.#since = now;
      this.#told = 0;
    }
    this.#told += 1;
    return this.#told <= MOST;
  }
}
