import type { Method } from '#api/kernel/definition/defined-method.ts';
import { methods } from '#api/methods.generated.ts';
import { type ManualClock, manualClock } from '#kit/clock.ts';

/** The documented methods on a clock that goes on while one of them runs, and stands still otherwise. */
export interface BusyMethods {
  readonly clock: ManualClock;
  readonly methods: readonly Method[];
  /** Milliseconds that each call takes from now on. */
  takes: number;
}

export function busyMethods(takes = 0): BusyMethods {
  const clock = manualClock(Date.UTC(2026, 4, 14, 10, 5, 20));
  // What is sent is read when the method has begun, also by one that refuses it.
  const slowed = methods.map((method) => ({
    ...method,
    prepare(sent: Readonly<Record<string, unknown>>) {
      clock.advance(busy.takes);
      return method.prepare ? method.prepare(sent) : sent;
    },
  }));
  const busy: BusyMethods = { clock, methods: slowed, takes };
  return busy;
}
