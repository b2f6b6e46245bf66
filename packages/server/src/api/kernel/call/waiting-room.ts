import type { Method } from '../definition/defined-method.ts';
import type { Arrivals } from './arrivals.ts';
import type { CallTrace } from './call-trace.ts';
import type { WaitingRoom } from './in-steps.ts';
import type { RunningCalls } from './running-calls.ts';
import type { Stopwatch } from './stopwatch.ts';

/**
 * Where a call waits for events: meanwhile it neither runs nor uses time of its caller. undefined: there are none to wait
 * for, or the method is done at once, as most are: making one takes as long as a few of their checks. Who waits within a
 * batch would keep the calls behind it waiting.
 */
export function waitingRoom(
  { step, gathers }: Pick<Method, 'step' | 'gathers'>,
  { inBatch, onGone, lookAgain }: Pick<CallTrace, 'inBatch' | 'onGone' | 'lookAgain'>,
  arrivals: Arrivals | undefined,
  running: RunningCalls,
  stopwatch: Stopwatch,
): WaitingRoom | undefined {
  if (!arrivals || inBatch || (!step && !gathers)) return undefined;
  return {
    get count() {
      return arrivals.count;
    },
    wait: async ({ receiverIds, milliseconds }) => {
      const [back, goOn] = [running.leave(), stopwatch.pause()];
      let isGone = false;
      const waiting = arrivals.wait(receiverIds, milliseconds);
      const forget = onGone?.(() => {
        isGone = true;
        waiting.end();
      });
      const hasCome = await waiting.ended;
      forget?.();
      back();
      goOn();
      if (arrivals.isClosed || isGone) return 'closed';
      // Much can happen in that time: a webhook is revoked, somebody dismissed.
      await lookAgain?.();
      return hasCome ? 'came' : 'late';
    },
  };
}

/** Runs what a call waits for from others. */
export type Aside = <T>(wait: () => Promise<T>) => Promise<T>;

/** Meanwhile the call does not run, and no time is measured. */
export function asideOf(running: RunningCalls, stopwatch: Stopwatch): Aside {
  return async (wait) => {
    const ends = [running.leave(), stopwatch.pause()];
    try {
      return await wait();
    } finally {
      for (const end of ends) end();
    }
  };
}
