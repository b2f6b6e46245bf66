/** Latencies in milliseconds, counted in steps of ten microseconds up to a second, and of ten milliseconds beyond. */
export class Histogram {
  readonly #fine = new Uint32Array(100_000);
  readonly #coarse = new Uint32Array(10_000);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(milliseconds: number): void {
    this.#count += 1;
    const counts = milliseconds < 1000 ? this.#fine : this.#coarse;
    const step = Math.max(0, Math.floor(milliseconds < 1000 ? milliseconds * 100 : milliseconds / 10));
    counts[Math.min(step, counts.length - 1)] = (counts[Math.min(step, counts.length - 1)] ?? 0) + 1;
  }

  /** The latency that this share of all stays within. */
  at(share: number): number {
    let left = Math.ceil(this.#count * share);
    for (const [counts, width] of [
      [this.#fine, 0.01],
      [this.#coarse, 10],
    ] as const) {
      for (let step = 0; step < counts.length; step += 1) {
        left -= counts[step] ?? 0;
        if (left <= 0 && this.#count > 0) return Math.round((step + 1) * width * 100) / 100;
      }
    }
    return 0;
  }
}
