import { systemClock } from '#kit/clock.ts';
import type { Complaint } from '#kit/complaint.ts';
import type { Log } from '#kit/log.ts';
import { watchParent } from './parent.ts';
import { type RunningServer, STOP_WITHIN } from './server.ts';

/** A key that is pressed once under npm arrives twice: from the terminal and from npm; within so many milliseconds. */
const SAME_PRESS = 500;

/** At a signal, when somebody asks for it, or when what started it has ended. */
export function stopInTime(server: RunningServer, log: Log): void {
  let stoppingSince: number | undefined;
  const onSignal = (signal: NodeJS.Signals) => {
    if (stoppingSince === undefined)
      stop(`Stopping: finishing what is on its way.${signal === 'SIGINT' ? ' Ctrl-C again stops at once.' : ''}`);
    else if (systemClock.monotonic() - stoppingSince >= SAME_PRESS) {
      log.warn('Stopped at once; what was on its way will be sent again at the next start.');
      process.exit(1);
    }
  };
  const stop = (why: string) => {
    if (stoppingSince !== undefined) return;
    stoppingSince = systemClock.monotonic();
    log.info(why);
    setTimeout(() => {
      log.warn('Not everything could be finished in time; it will be sent again at the next start.');
      process.exit(1);
    }, STOP_WITHIN).unref();
    server.stop().then(
      () => {
        log.info('Stopped.');
        process.exit(0);
      },
      (error: unknown) => {
        log.error(`Stopped, but not cleanly: ${error instanceof Error ? error.message : String(error)}`);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => onSignal(signal));
  watchParent(() => stop('Stopping: what started this portal has ended.'));
  void server.stopAsked.then(() => stop('Stopping, as it was asked to: finishing what is on its way.'));
}

/** What is on its way belongs to the portal that has the database now: nothing is finished here. */
export function stopWith({ message, exitCode }: Complaint, log: Log): never {
  log.error(`${message}.`);
  process.exit(exitCode);
}
