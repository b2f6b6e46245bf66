/**
 * Runs what falls due in great numbers at one moment, a few pieces in each turn of the event loop: whoever has something
 * new meanwhile waits for those few and not for all of them.
 */
export class Turns {
  readonly #atOnce: number;
  readonly #waiting: (() => void)[] = [];
  #left: number;
  #isNextExpected = false;

  constructor(atOnce: number) {
    this.#atOnce = atOnce;
    this.#left = atOnce;
  }

  /** Nothing waits for its turn. */
  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  /** Runs it now, or in its order in one of the next turns. */
  run(work: () => void): void {
    this.#expectNext();
    if (this.#left === 0) {
      this.#waiting.push(work);
      return;
    }
    this.#left -= 1;
    work();
  }

  #expectNext(): void {
    if (this.#isNextExpected) return;
    this.#isNextExpected = true;
    setImmediate(() => this.#next());
  }

  #next(): void {
    this.#isNextExpected = false;
    const due = this.#waiting.splice(0, this.#atOnce);
    this.#left = this.#atOnce - due.length;
    if (due.length > 0) this.#expectNext();
    for (const work of due) work();
  }
}
