import { backupModuleName } from '../sqlite-driver.ts';
import { runAside } from './aside.ts';

export interface CopyProgress {
  /** Pages of the database. */
  readonly copied: number;
  readonly total: number;
}

export interface CopyOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called once when it is settled what the copy will hold, and then again and again. */
  readonly onProgress: (progress: CopyProgress) => void;
}

/**
 * SQLite's online backup begins anew when somebody writes between two of its steps, unless a transaction holds the
 * moment that is copied. Each step is flushed before the next: a commit must not have to wait until the disk has
 * taken a hundred megabytes of ours first.
 */
const PROGRAM = `
  const { fdatasyncSync, fsyncSync, openSync } = require('node:fs');
  const { DatabaseSync, backup } = require(input.module);
  const source = new DatabaseSync(input.path, { readOnly: true });
  source.exec('pragma busy_timeout = 5000; begin');
  const total = source.prepare('pragma page_count').get().page_count;
  const target = openSync(input.target, 'r+');
  say({ copied: 0, total });
  backup(source, input.target, {
    rate: 256,
    progress({ totalPages, remainingPages }) {
      fdatasyncSync(target);
      say({ copied: totalPages - remainingPages, total: totalPages });
    },
  }).then(() => {
    fsyncSync(target);
    say({ copied: total, total });
  }).catch(fail);
`;

/**
 * Copies an SQLite file as it is at one moment, while others go on writing to it (docs/decisions/0013-backups-are-made-by-another-process.md).
 *
 * @param target an empty file
 */
export async function copySqlite(path: string, target: string, { signal, onProgress }: CopyOptions): Promise<void> {
  await runAside(
    PROGRAM,
    { module: backupModuleName(), path, target },
    {
      signal,
      onLine: (line) => onProgress(line as CopyProgress),
    },
  );
}
