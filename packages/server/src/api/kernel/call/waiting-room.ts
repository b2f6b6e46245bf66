import type { Arrivals } from './arrivals.ts';
import type { WaitingRoom } from './in-steps.ts';
import type { RunningCalls } from './running-calls.ts';
import type { Stopwatch } from './stopwatch.ts';

/** Where a call waits for events: meanwhile it neither runs nor uses time of its caller. undefined: there are none to wait for. */
export function waitingRoom(
  arrivals: Arrivals | undefined,
  running: RunningCalls,
  stopwatch: Stopwatch,
): WaitingRoom | undefined {
  return (
    arrivals && {
      get count() {
        return arrivals.count;
      },
      wait: async ({ receiverIds, milliseconds }) => {
        const [back, goOn] = [running.leave(), stopwatch.pause()];
        await arrivals.wait(receiverIds, milliseconds);
        back();
        goOn();
        return !arrivals.isClosed;
      },
    }
  );
}
