import type { RunningCalls } from '#api/kernel/call/running-calls.ts';
import type { Happening } from '#live/happening.ts';
import type { Hub } from '#live/hub.ts';

/** What goes first: it is waited for by somebody. */
export interface OtherWork {
  /** Nothing of it is being done. */
  readonly isIdle: boolean;
  /** How much of it there has been. */
  readonly began: number;
}

/** An event that is on its way keeps nobody from working: its handler may take ten seconds. That one goes out does. */
export function callsAndTries(calls: RunningCalls, hub: Hub<Happening>): OtherWork {
  let tries = 0;
  hub.subscribe((happening) => {
    if (happening.kind === 'trying') tries += 1;
  });
  return {
    get isIdle() {
      return calls.isIdle;
    },
    get began() {
      return calls.began + tries;
    },
  };
}
