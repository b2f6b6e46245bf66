/**
 * A number of places that several share: each may hold as many as are free. This is the dynamic threshold that network
 * switches share their memory by.
 */
export class Places {
  readonly #limit: number;
  readonly #held = new Map<string, number>();
  #inUse = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get inUse(): number {
    return this.#inUse;
  }

  get isFull(): boolean {
    return this.#inUse >= this.#limit;
  }

  /** Whether each of the holders may have one more. */
  hasRoomFor(...holders: readonly string[]): boolean {
    const free = this.#limit - this.#inUse;
    return free > 0 && holders.every((holder) => (this.#held.get(holder) ?? 0) < free);
  }

  /** Takes one place for all of the holders together. */
  take(...holders: readonly string[]): void {
    this.#inUse += 1;
    for (const holder of holders) this.#held.set(holder, (this.#held.get(holder) ?? 0) + 1);
  }

  free(...holders: readonly string[]): void {
    this.#inUse -= 1;
    for (const holder of holders) {
      const left = (this.#held.get(holder) ?? 0) - 1;
      if (left > 0) this.#held.set(holder, left);
      else this.#held.delete(holder);
    }
  }
}
