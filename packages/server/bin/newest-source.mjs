import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** When the latest change was made below these folders and to these files. Folders count: there a file that is gone leaves its trace. */
export function newestSource(folders, files) {
  let latest = Math.max(...files.map((file) => modified(file) ?? 0));
  const left = [...folders];
  for (let folder = left.pop(); folder !== undefined; folder = left.pop()) {
    latest = Math.max(latest, modified(folder) ?? 0);
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) left.push(path);
      else if (!entry.name.endsWith('.test.ts')) latest = Math.max(latest, modified(path) ?? 0);
    }
  }
  return latest;
}

/** Milliseconds since 1970; undefined: it is not there. */
export function modified(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}
