import { statfs } from 'node:fs/promises';
import type { DataPlace } from '../data-files.ts';
import type { Session } from '../session.ts';
import { checkFiles } from './check-files.ts';
import { checkKey } from './check-key.ts';
import { examineFile } from './examine-file.ts';
import { examineSession } from './examine-session.ts';
import { type Findings, NOT_SEEN } from './findings.ts';
import type { Keeping } from './questions.ts';

/** How the data of a portal is, and what is to be done about it. */
export interface Checkup extends Omit<Findings, 'sealed' | 'contents'> {
  /** Bytes that are free on the disk of the data directory; null: there is no such directory. */
  readonly free: number | null;
  /** Bytes of the files in it; null: they are elsewhere. */
  readonly files: number | null;
}

export interface CheckupOptions {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly keeping: Keeping;
  /** Reads the database of a running portal; undefined: none runs. */
  readonly read?: <T>(work: (session: Session) => Promise<T>) => Promise<T>;
}

/** Less than this is said to be too little, in bytes. */
const LITTLE = 200_000_000;

/** @param place undefined: everything is in memory */
export async function checkUp(place: DataPlace | undefined, options: CheckupOptions): Promise<Checkup> {
  const { sealed, problems, contents, ...findings } = await examine(place, options);
  if (!place) return { ...findings, problems, free: null, files: null };
  const { bavail, bsize } = await statfs(place.directory);
  const free = bavail * bsize;
  const room =
    free < LITTLE
      ? [
          `Only ${Math.floor(free / 1_000_000)} MB are free for ${place.directory}: with none, calls that write are refused. Make room`,
        ]
      : [];
  const files = place.hasFilesElsewhere ? undefined : await checkFiles(place.directory, contents);
  const key = await checkKey(place.directory, sealed);
  return {
    ...findings,
    free,
    files: files?.bytes ?? null,
    problems: [...problems, ...key, ...(files?.problems ?? []), ...room],
  };
}

async function examine(place: DataPlace | undefined, { now, keeping, read }: CheckupOptions): Promise<Findings> {
  if (place?.databaseFile !== undefined) return examineFile(place.databaseFile, keeping, now);
  if (read) return read((session) => examineSession(session, keeping, now));
  return { ...NOT_SEEN, database: 'not in this folder, which holds the key alone. Start the portal to check it' };
}
