import { z } from 'zod';
import type { Clock } from '#kit/clock.ts';
import { Complaint } from '#kit/complaint.ts';
import { makeBackup } from '#storage/backup/make-backup.ts';
import type { DataPlace } from '#storage/data-files.ts';

/** A backup that is there, in one piece and on the disk. */
export const backupMade = z.strictObject({
  file: z.string(),
  bytes: z.number(),
  hasDatabase: z.boolean().describe('false: the database is elsewhere, and has to be copied, too'),
  databaseAddress: z.string().nullable().describe('Where it is then, without its password; null: that is not known'),
});

export type BackupMade = Readonly<z.infer<typeof backupMade>>;

export interface BackupTerms {
  /** An absolute path. */
  readonly file: string;
  /** Seconds that it may take. */
  readonly within: number;
  readonly clock: Clock;
  /** Told how much of the work is done, when that changes. */
  readonly onPercent: (percent: number) => void;
  /** Ends it before its time. */
  readonly signal?: AbortSignal;
}

/** @throws Complaint when it cannot be made, or not in time */
export async function backUp(
  place: DataPlace,
  { file, within, clock, onPercent, signal }: BackupTerms,
): Promise<BackupMade> {
  const late = new AbortController();
  const callOff = clock.after(within * 1000, () =>
    late.abort(
      new Complaint(`The backup was not made within ${within} s and is given up. Give it longer: --within SECONDS`),
    ),
  );
  let percent = -1;
  const onProgress = ({ done, total }: { readonly done: number; readonly total: number }) => {
    const now = Math.floor((100 * done) / total);
    if (now !== percent) onPercent(now);
    percent = now;
  };
  try {
    const either = signal ? AbortSignal.any([late.signal, signal]) : late.signal;
    const bytes = await makeBackup(place, file, { madeAt: clock.now(), signal: either, onProgress });
    const { databaseFile, databaseAddress } = place;
    return { file, bytes, hasDatabase: databaseFile !== undefined, databaseAddress: databaseAddress ?? null };
  } finally {
    callOff();
  }
}
