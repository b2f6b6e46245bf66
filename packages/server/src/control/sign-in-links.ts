import type { Clock } from '#kit/clock.ts';
import type { Random } from '#kit/random.ts';

const CODE_LENGTH = 40;
/** Milliseconds: long enough to come back to a terminal. */
const LASTS = 60 * 60 * 1000;
/** At a time; beyond that the oldest is good no more. */
const KEPT = 1_000;

/** Links that sign somebody in once, for whoever holds the keys of the portal anyway; gone with the process. */
export class SignInLinks {
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #made = new Map<string, { readonly userId: number; readonly madeAt: number }>();

  constructor(clock: Clock, random: Random) {
    this.#clock = clock;
    this.#random = random;
  }

  /** The path of a new one. */
  make(userId: number): string {
    const code = this.#random.code(CODE_LENGTH);
    this.#made.set(code, { userId, madeAt: this.#clock.monotonic() });
    const [oldest] = this.#made.keys();
    if (this.#made.size > KEPT && oldest !== undefined) this.#made.delete(oldest);
    return `/sign-in/${code}`;
  }

  /** Whom it signs in. It is used up. */
  take(code: string): number | undefined {
    const found = this.#made.get(code);
    this.#made.delete(code);
    return found && this.#clock.monotonic() - found.madeAt < LASTS ? found.userId : undefined;
  }
}
