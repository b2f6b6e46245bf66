/** Sockets in use at once, over all bots. */
const SOCKETS = 256;
/** Of them, so many at most for bots that have yet to answer well: a thousand hanging handlers must not fill the place. */
const FOR_UNPROVEN = SOCKETS / 4;

/** Lets so many exchanges run at once as there are sockets; the others are told when to come again. */
export class Gate {
  #inside = 0;
  #unproven = 0;
  #waiting = new Set<() => void>();

  /** false: no place; `again` is called once when there may be one. */
  enter(isProven: boolean, again: () => void): boolean {
    if (this.#inside >= SOCKETS || (!isProven && this.#unproven >= FOR_UNPROVEN)) {
      this.#waiting.add(again);
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
    if (this.#waiting.size === 0) return;
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const again of waiting) again();
  }
}
