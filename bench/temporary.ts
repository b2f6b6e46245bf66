import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killAll } from './processes.ts';

const left = new Set<string>();

process.once('exit', () => {
  // Servers write until they are gone.
  killAll();
  for (const directory of left) remove(directory);
});

/** A directory that is there until the benchmark ends, however it ends. */
export function temporaryDirectory(parent = tmpdir()): string {
  const directory = mkdtempSync(join(parent, 'botyard-bench-'));
  left.add(directory);
  return directory;
}

/** A directory for the time of `work`. */
export async function inDirectory<T>(parent: string, work: (directory: string) => Promise<T>): Promise<T> {
  const directory = temporaryDirectory(parent);
  try {
    return await work(directory);
  } finally {
    remove(directory);
    left.delete(directory);
  }
}

function remove(directory: string): void {
  rmSync(directory, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
}
