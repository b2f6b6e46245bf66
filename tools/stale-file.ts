import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';

/** The path of a derived file in a list, when it is not what it should be; with `write` it is put right. */
export function staleFile(path: string, text: string, write: boolean): string[] {
  let present: string | undefined;
  try {
    present = readFileSync(path, 'utf8');
  } catch {
    // Not there yet is as stale as it gets.
  }
  if (present === text) return [];
  if (write) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return [relative(process.cwd(), path)];
}
