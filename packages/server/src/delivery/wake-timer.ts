import type { Clock } from '#kit/clock.ts';

/** One time at which to wake up; a new one takes the place of the last. */
export class WakeTimer {
  readonly #clock: Clock;
  readonly #wake: () => void;
  #calledOff: (() => void) | undefined;

  constructor(clock: Clock, wake: () => void) {
    this.#clock = clock;
    this.#wake = wake;
  }

  get isSet(): boolean {
    return this.#calledOff !== undefined;
  }

  /** Milliseconds since 1970; a time that is over is now. */
  set(at: number): void {
    this.#calledOff?.();
    this.#calledOff = this.#clock.after(Math.max(0, at - this.#clock.now()), () => {
      this.#calledOff = undefined;
      this.#wake();
    });
  }

  cancel(): void {
    this.#calledOff?.();
    this.#calledOff = undefined;
  }
}
