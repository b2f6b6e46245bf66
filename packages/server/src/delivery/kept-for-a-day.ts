import type { Clock } from '#kit/clock.ts';

const DAY = 24 * 60 * 60_000;
/** What was not there is asked for again sooner. */
const NOTHING_FOR = 10 * 60_000;

interface Kept<T> {
  readonly answer: Promise<T | undefined>;
  until: number;
  size: number;
}

export interface KeptOptions<T> {
  readonly clock: Clock;
  /** How many answers are kept, and what their sizes come to. */
  readonly most: number;
  readonly room: number;
  readonly sizeOf: (answer: T) => number;
}

/** What was asked for is asked for once a day, however many want it; what was wanted longest ago is forgotten first. */
export class KeptForADay<T> {
  readonly #options: KeptOptions<T>;
  readonly #kept = new Map<string, Kept<T>>();
  #size = 0;

  constructor(options: KeptOptions<T>) {
    this.#options = options;
  }

  get(key: string, ask: () => Promise<T | undefined>): Promise<T | undefined> {
    const { clock, sizeOf } = this.#options;
    const known = this.#kept.get(key);
    this.#forget(key);
    if (known && known.until > clock.monotonic()) {
      this.#keep(key, known);
      return known.answer;
    }
    const one: Kept<T> = { answer: ask(), until: Number.POSITIVE_INFINITY, size: 0 };
    this.#keep(key, one);
    const came = (answer: T | undefined) => {
      one.until = clock.monotonic() + (answer === undefined ? NOTHING_FOR : DAY);
      if (this.#kept.get(key) !== one) return;
      this.#forget(key);
      one.size = answer === undefined ? 0 : sizeOf(answer);
      this.#keep(key, one);
    };
    void one.answer.then(came, () => came(undefined));
    return one.answer;
  }

  #keep(key: string, one: Kept<T>): void {
    this.#kept.set(key, one);
    this.#size += one.size;
    for (const [oldest] of this.#kept) {
      if (this.#kept.size <= this.#options.most && this.#size <= this.#options.room) return;
      this.#forget(oldest);
    }
  }

  #forget(key: string): void {
    this.#size -= this.#kept.get(key)?.size ?? 0;
    this.#kept.delete(key);
  }
}
