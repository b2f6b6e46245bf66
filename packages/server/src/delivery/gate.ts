/** Sockets in use at once, over all receivers. */
export const SOCKETS = 256;
/** Of them, so many at most for receivers that have yet to answer well: a thousand hanging handlers must not fill the place. */
export const FOR_UNPROVEN = SOCKETS / 4;

/** Lets so many exchanges run at once as there are sockets; the others are told when it is their turn. */
export class Gate {
  #inside = 0;
  #unproven = 0;
  readonly #waiting = new Set<() => void>();
  readonly #waitingUnproven = new Set<() => void>();

  /**
   * false: no place. Then `again` is called once when there is one, in the order of asking; it must enter before it
   * returns, or the place goes to the next. Asking again with the same function keeps the place in the line.
   */
  enter(isProven: boolean, again: () => void): boolean {
    if (this.#inside >= SOCKETS || (!isProven && this.#unproven >= FOR_UNPROVEN)) {
      (isProven ? this.#waiting : this.#waitingUnproven).add(again);
      return false;
    }
    this.#inside += 1;
    if (!isProven) this.#unproven += 1;
    return true;
  }

  /** With the same word as at the entrance. */
  leave(isProven: boolean): void {
    this.#inside -= 1;
    if (!isProven) this.#unproven -= 1;
    while (this.#inside < SOCKETS) {
      const next = this.#next();
      if (!next) return;
      next();
    }
  }

  /** The unproven first: their share is small, and with so many proven ones at work they would never have it. */
  #next(): (() => void) | undefined {
    const waiting =
      this.#unproven < FOR_UNPROVEN && this.#waitingUnproven.size > 0 ? this.#waitingUnproven : this.#waiting;
    const [next] = waiting;
    if (next) waiting.delete(next);
    return next;
  }
}
