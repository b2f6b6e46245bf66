import { closeSync, fdatasync, fdatasyncSync, openSync } from 'node:fs';

/** The disk under a file that somebody else writes. What was written is on it once a flush that began later has ended. */
export interface Disk {
  /** Waits on this thread: the shortest way, during which nothing else happens. */
  flushNow(): void;
  /** Waits in Node's thread pool: a longer way, during which this thread goes on. */
  flushBeside(): Promise<void>;
  close(): void;
}

/** The file must be there, and must stay the same one. */
export function diskUnder(path: string): Disk {
  // Windows flushes only what may be written.
  const file = openSync(path, 'r+');
  return {
    flushNow: () => fdatasyncSync(file),
    flushBeside: () =>
      new Promise((resolve, reject) => {
        fdatasync(file, (error) => (error ? reject(error) : resolve()));
      }),
    close: () => closeSync(file),
  };
}
