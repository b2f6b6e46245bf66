import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { AtRest } from '#cli/at-rest.ts';
import { backUp } from '#control/terms/backup.ts';
import { presentCheckup } from '#control/terms/checkup.ts';
import { KEEPING } from '#delivery/sweeper.ts';
import { systemClock } from '#kit/clock.ts';
import { Complaint } from '#kit/complaint.ts';
import { holdsData, restoreBackup } from '#storage/backup/restore-backup.ts';
import { checkUp } from '#storage/checkup/checkup.ts';
import { placeAtRest } from '#storage/data-files.ts';
import { makeDataFolder } from './data-directory.ts';
import { lockDirectory } from './lock.ts';
import { directoryComplaint } from './start-complaint.ts';

/** What is done with the data of a portal that does not run. */
export const atRest: AtRest = {
  backup: async (path, terms) => backUp(placeAtRest(existing(path)), { ...terms, clock: systemClock }),

  async check(path) {
    const place = placeAtRest(existing(path));
    return presentCheckup(place, await checkUp(place, { now: systemClock.now(), keeping: KEEPING }));
  },

  async restore(file, path) {
    const directory = resolve(path);
    refuseToOverwrite(directory);
    process.umask(0o077);
    let lock: ReturnType<typeof lockDirectory> | undefined;
    try {
      makeDataFolder(directory);
      lock = lockDirectory(directory);
    } catch (error) {
      throw directoryComplaint(error, directory);
    }
    try {
      refuseToOverwrite(directory);
      return await restoreBackup(resolve(file), directory);
    } finally {
      lock.release();
    }
  },
};

function existing(path: string): string {
  if (!existsSync(path))
    throw new Complaint(`There is no data directory ${resolve(path)}. Say where it is: --data DIR`);
  return path;
}

function refuseToOverwrite(directory: string): void {
  if (holdsData(directory))
    throw new Complaint(
      `${directory} holds a portal already, and is left as it is. Restore into another folder: --data DIR, or move that one away: mv ${directory} ${directory}.old`,
    );
}
