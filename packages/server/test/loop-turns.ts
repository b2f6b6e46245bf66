/** Counts the turns of the event loop: what takes many of them leaves others their turn in between. */
export class LoopTurns {
  count = 0;
  #isOver = false;

  constructor() {
    const next = () => {
      this.count += 1;
      if (!this.#isOver) setImmediate(next);
    };
    next();
  }

  stop(): void {
    this.#isOver = true;
  }
}
