import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { previewKey } from '#domain/file/content.ts';
import { DATA_FILES } from '../data-files.ts';
import { placeOf } from '../files/folder-home.ts';
import { storedContents } from './stored-contents.ts';

/** A file in the folder for them, by its path from the data directory. */
const STORED = /^files\/[0-9a-f]{2}\/[0-9a-f]{32}(?:-preview)?$/;

export function isStoredFile(path: string): boolean {
  return STORED.test(path);
}

/**
 * What of the folder for files belongs into a backup, by paths from the data directory: what the copied database speaks
 * of, or, where that is elsewhere, all that is there. Bytes that a row of the copy names stay for an hour at least.
 */
export async function filesToBackUp(
  directory: string,
  databaseCopy: string | undefined,
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const folder = join(directory, DATA_FILES.files);
  if (!existsSync(folder)) return [];
  const keys = databaseCopy === undefined ? await keysIn(folder) : await keysOf(databaseCopy, signal);
  return keys
    .filter((key) => existsSync(placeOf(folder, key)))
    .map((key) => placeOf(DATA_FILES.files, key).replaceAll('\\', '/'));
}

async function keysOf(database: string, signal: AbortSignal | undefined): Promise<string[]> {
  const contents = await storedContents(database, signal);
  return contents.flatMap((one) => (one.has_preview === 1 ? [one.key, previewKey(one)] : [one.key]));
}

async function keysIn(folder: string): Promise<string[]> {
  const paths = await readdir(folder, { recursive: true });
  return paths.flatMap((path) => {
    const [, key] = path.split(/[\\/]/);
    return key !== undefined && isStoredFile(`${DATA_FILES.files}/${path.replaceAll('\\', '/')}`) ? [key] : [];
  });
}

/** Bytes of all that is in the folder for files. */
export async function sizeOfFiles(directory: string): Promise<number> {
  const folder = join(directory, DATA_FILES.files);
  if (!existsSync(folder)) return 0;
  let bytes = 0;
  for (const key of await keysIn(folder)) bytes += (await stat(placeOf(folder, key)).catch(() => undefined))?.size ?? 0;
  return bytes;
}
