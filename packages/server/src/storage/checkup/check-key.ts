import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DATA_FILES } from '../data-files.ts';
import { KEY_BYTES, secretsWithKey } from '../secrets.ts';

/**
 * What is wrong with the key of a data directory, each with what to do.
 *
 * @param sealed what must open with it
 */
export async function checkKey(directory: string, sealed: readonly string[]): Promise<string[]> {
  const path = join(directory, DATA_FILES.key);
  const key = await readFile(path).catch(() => undefined);
  if (key === undefined) return [`The key ${path} is gone or cannot be read. Put it back from your backup`];
  if (key.length !== KEY_BYTES)
    return [`${path} is not a key: it has ${key.length} bytes instead of ${KEY_BYTES}. Put it back from your backup`];
  const { open } = secretsWithKey(key);
  if (!sealed.every((one) => opens(open, one)))
    return [`${path} is not the key that this data was sealed with. Put the right one back from your backup`];
  const isOpen = process.platform !== 'win32' && ((await stat(path)).mode & 0o077) !== 0;
  return isOpen ? [`${path} can be read by other users of this machine. Close it: chmod 600 ${path}`] : [];
}

function opens(open: (sealed: string) => string, sealed: string): boolean {
  try {
    open(sealed);
    return true;
  } catch {
    return false;
  }
}
