import { existsSync } from 'node:fs';
import { lstat, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { MANIFEST } from './manifest.ts';

/** Milliseconds: whoever still writes a backup writes something of it in that time. */
const UNTOUCHED = 3_600_000;

/** As `mkdtemp` names them. */
const BACKUP_DRAFT = /\.part-[A-Za-z0-9]{6}$/;
const RESTORE_DRAFT = /^restore-[A-Za-z0-9]{6}$/;

/**
 * Removes what backups of any name left in a folder that were killed while they were made: copies of a database, which take
 * its room and can be read by whoever gets at them. One that is perhaps still being made is left.
 *
 * @param now milliseconds since 1970
 */
export async function removeAbandonedBackups(folder: string, now: number): Promise<void> {
  for (const draft of await draftsIn(folder, BACKUP_DRAFT)) {
    // A folder of somebody else may be called the same.
    const isOurs = existsSync(join(draft, MANIFEST));
    if (isOurs && now - (await touchedAt(draft)) > UNTOUCHED) await rm(draft, { recursive: true, force: true });
  }
}

/** Removes what killed restores left in a data directory, whose lock the caller holds: nobody else restores into it. */
export async function removeAbandonedRestores(directory: string): Promise<void> {
  for (const draft of await draftsIn(directory, RESTORE_DRAFT)) await rm(draft, { recursive: true, force: true });
}

async function draftsIn(folder: string, names: RegExp): Promise<string[]> {
  const all = await readdir(folder, { withFileTypes: true });
  return all.filter((one) => one.isDirectory() && names.test(one.name)).map(({ name }) => join(folder, name));
}

/** When something was last written in it, not where its links lead: in milliseconds since 1970. */
async function touchedAt(draft: string): Promise<number> {
  const inside = (await readdir(draft)).map((name) => join(draft, name));
  const times = await Promise.all([draft, ...inside].map(async (path) => (await lstat(path)).mtimeMs));
  return Math.max(...times);
}
