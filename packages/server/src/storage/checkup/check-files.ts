import { join } from 'node:path';
import { programName } from '#kit/program-name.ts';
import type { StoredContent } from '../backup/stored-contents.ts';
import { DATA_FILES } from '../data-files.ts';
import { keptSize } from '../files/folder-home.ts';

/**
 * What is wrong with the files of a data directory, with what to do; and how many bytes are there.
 *
 * @param contents what the database says that there is
 */
export async function checkFiles(
  directory: string,
  contents: readonly StoredContent[],
): Promise<{ readonly bytes: number; readonly problems: readonly string[] }> {
  const folder = join(directory, DATA_FILES.files);
  let bytes = 0;
  const wrong: string[] = [];
  for (const { key, size } of contents) {
    const found = await keptSize(folder, key);
    bytes += found ?? 0;
    if (found !== size)
      wrong.push(`${key} ${found === undefined ? 'is gone' : `has ${found} bytes instead of ${size}`}`);
  }
  if (wrong.length === 0) return { bytes, problems: [] };
  const many = wrong.length === 1 ? 'A file' : `${wrong.length} files`;
  return {
    bytes,
    problems: [
      `${many} in ${folder} cannot be handed out: ${wrong[0]}. Put the folder back from a backup: ${programName()} restore --help. If files are kept in a bucket, start the portal to check them`,
    ],
  };
}
