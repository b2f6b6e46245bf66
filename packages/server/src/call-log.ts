import type { NotedCall } from '#api/kernel/call/noted-call.ts';
import { systemClock } from '#kit/clock.ts';
import { silentLog } from '#kit/log.ts';
import { CallLog, USUAL_CALLS } from '#live/call-log/call-log.ts';
import { OpenDeliveries } from '#live/call-log/open-deliveries.ts';
import type { Happening } from '#live/happening.ts';
import type { Hub } from '#live/hub.ts';
import { Strangers } from '#live/strangers.ts';
import { callLogInFile, callLogInStore } from '#storage/call-log/call-log-home.ts';
import { callLogFile } from '#storage/data-files.ts';
import type { Store } from '#storage/store.ts';
import type { AppOptions } from './app-options.ts';

/** What takes note of calls, for those who watch and for the log. */
export interface Notes {
  readonly log: CallLog;
  readonly note: (call: NotedCall) => void;
  readonly isNoted: () => boolean;
  readonly mark: () => number;
}

/** Opens the log of calls where the portal is kept. */
export async function openNotes(store: Store, hub: Hub<Happening>, options: AppOptions): Promise<Notes> {
  const { database, clock = systemClock, log: lines = silentLog, calls: most = USUAL_CALLS, onError } = options;
  const file = most > 0 && typeof database === 'string' ? callLogFile(database) : undefined;
  const home = file === undefined ? callLogInStore(store) : callLogInFile(file);
  const deliveries = new OpenDeliveries(hub);
  const strangers = new Strangers();
  const log = new CallLog(
    { home, store, clock, log: lines, deliveries, most, onError: (error) => onError?.(error, 'call log') },
    await home.newestId(),
  );
  return {
    log,
    mark: deliveries.mark,
    isNoted: () => log.takesPlain(),
    note(call) {
      if (!call.isKnown && !strangers.admits(clock.monotonic())) return log.leaveOut();
      log.note(call);
      if (call.error || call.dropped.length > 0) hub.publish({ kind: 'call', call });
    },
  };
}
