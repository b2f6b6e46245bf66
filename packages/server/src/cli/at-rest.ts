import type { BackupMade, BackupTerms } from '#control/terms/backup.ts';
import type { PresentedCheckup } from '#control/terms/checkup.ts';

/** What can be done with the data of a portal that does not run; `path` is its data directory. */
export interface AtRest {
  backup(path: string, terms: Omit<BackupTerms, 'clock'>): Promise<BackupMade>;
  check(path: string): Promise<PresentedCheckup>;
  /** @returns what the backup says of itself */
  restore(
    file: string,
    path: string,
  ): Promise<{ readonly version: string; readonly madeAt: number; readonly database: 'sqlite' | 'postgres' }>;
}

/** Loaded by the commands that need it alone: it brings the database along. */
export type LoadAtRest = () => Promise<AtRest>;
