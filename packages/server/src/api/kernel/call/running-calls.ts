/** Counts the calls that are being answered: a portal closes after the last one. */
export class RunningCalls {
  #count = 0;
  #began = 0;
  #waiting: (() => void)[] = [];

  get isIdle(): boolean {
    return this.#count === 0;
  }

  /** How many calls there have been. */
  get began(): number {
    return this.#began;
  }

  /** Resolves when no call is being answered. */
  async idle(): Promise<void> {
    while (this.#count > 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** A call that waits for others is none that runs, until the function that comes back is called. */
  leave(): () => void {
    this.#ended();
    return () => {
      this.#count += 1;
    };
  }

  run<T>(call: () => Promise<T>): Promise<T> {
    this.#count += 1;
    this.#began += 1;
    const running = call();
    running.then(this.#ended, this.#ended);
    return running;
  }

  readonly #ended = (): void => {
    this.#count -= 1;
    if (this.#count === 0 && this.#waiting.length > 0) for (const resolve of this.#waiting.splice(0)) resolve();
  };
}
