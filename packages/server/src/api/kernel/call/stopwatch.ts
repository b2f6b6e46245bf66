import type { Clock } from '#kit/clock.ts';
import type { ApiCaller } from '../definition/api-caller.ts';
import type { Method } from '../definition/defined-method.ts';
import { KEPT_FOR, type Operating } from '../limits/operating.ts';
import type { Measured } from './time-block.ts';

/** Measures one call, and adds the time of its method to what the caller has used. */
export class Stopwatch {
  /** What was counted elsewhere when it began: see {@link DispatcherOptions.mark}. */
  readonly mark: number;
  readonly #clock: Clock;
  readonly #operating: Operating;
  readonly #startedAt: number;
  #began: number;
  #methodBegan: number;

  constructor(clock: Clock, operating: Operating, mark = 0) {
    this.mark = mark;
    this.#clock = clock;
    this.#operating = operating;
    this.#startedAt = clock.now();
    this.#began = clock.monotonic();
    this.#methodBegan = this.#began;
  }

  /** Until the function that comes back is called nothing is measured: the call waits for others. */
  pause(): () => void {
    const since = this.#clock.monotonic();
    return () => {
      const waited = this.#clock.monotonic() - since;
      this.#began += waited;
      this.#methodBegan += waited;
    };
  }

  methodBegins(): void {
    this.#methodBegan = this.#clock.monotonic();
  }

  /** `notRun`: the method was refused before it began, and uses no time. */
  stop(caller?: ApiCaller, method?: Method, notRun?: 'not run'): Measured {
    const ended = this.#clock.monotonic();
    const processingMs = caller ? ended - this.#methodBegan : 0;
    const use = caller && method && !method.isUncounted ? this.#use(caller, method, processingMs, notRun) : undefined;
    return {
      startedAt: this.#startedAt,
      durationMs: ended - this.#began,
      processingMs,
      operatingMs: use?.operatingMs ?? 0,
      operatingResetAt: use ? this.#clock.now() + use.resetIn : this.#startedAt + KEPT_FOR,
    };
  }

  #use({ key }: ApiCaller, { name }: Method, processingMs: number, notRun: 'not run' | undefined) {
    return notRun ? this.#operating.used(key, name) : this.#operating.add(key, name, processingMs);
  }
}
