import { statSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteFile } from '#storage/sqlite-driver.ts';

/** Looked at so often whether it is still ours, in milliseconds. */
const EVERY = 2_000;

export interface DirectoryLock {
  /** Calls `lost` once, with a line for the log, when the lock is no longer the file that others would find. */
  watch(lost: (why: string) => void): void;
  release(): void;
}

/**
 * A file held in an exclusive transaction: the system takes such a lock away when the process ends, however it ends,
 * so that nobody ever has to remove it by hand.
 *
 * @throws what SQLite says when somebody else holds it
 */
export function lockDirectory(directory: string): DirectoryLock {
  const path = join(directory, 'lock');
  const lock = openSqliteFile(path);
  try {
    lock.exec(
      'pragma busy_timeout = 0; pragma locking_mode = exclusive; pragma journal_mode = delete; begin exclusive',
    );
  } catch (error) {
    lock.close();
    throw error;
  }
  const own = fileAt(path);
  let timer: NodeJS.Timeout | undefined;
  return {
    watch(lost) {
      timer = setInterval(() => {
        if (fileAt(path) === own) return;
        clearInterval(timer);
        // A second portal can start on the same data now: this one must not write any more.
        lost(`${path} was removed or replaced, so that another Botyard can use the same data: this one stops`);
      }, EVERY);
      timer.unref();
    },
    release() {
      clearInterval(timer);
      lock.close();
    },
  };
}

/** Only its place in the file system: to open and close it would give the lock away. */
function fileAt(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found && `${found.dev}:${found.ino}`;
}
