import type { FileHandle } from 'node:fs/promises';

/** Bytes after which what was written is flushed: a commit must not have to wait until the disk has taken all of it. */
const FLUSHED_EVERY = 4 * 1024 * 1024;

/**
 * Writes files of a folder into a tar archive, in this order. Links in the folder stand for what they lead to.
 *
 * @param onWritten told how many bytes were written so far
 */
export async function writeArchive(
  archive: FileHandle,
  { folder, names }: { readonly folder: string; readonly names: readonly string[] },
  { signal, onWritten }: { readonly signal?: AbortSignal | undefined; readonly onWritten: (bytes: number) => void },
): Promise<number> {
  const { create } = await import('tar');
  const pack = create({ cwd: folder, portable: true, follow: true, strict: true, maxReadSize: 1024 * 1024 }, [
    ...names,
  ]);
  let written = 0;
  let flushed = 0;
  try {
    for await (const chunk of pack) {
      signal?.throwIfAborted();
      await archive.appendFile(chunk);
      written += chunk.length;
      if (written - flushed < FLUSHED_EVERY) continue;
      await archive.datasync();
      flushed = written;
      onWritten(written);
    }
  } catch (error) {
    // What it has open is closed when it has come to its end.
    pack.on('error', () => undefined).resume();
    throw error;
  }
  await archive.sync();
  return written;
}

/** Takes the files that are wanted out of an archive, and nothing else that may be in it. */
export async function readArchive(archive: string, folder: string, isWanted: (path: string) => boolean): Promise<void> {
  const { extract } = await import('tar');
  await extract({
    file: archive,
    cwd: folder,
    strict: true,
    noMtime: true,
    filter: (path, entry) => isWanted(path) && 'type' in entry && entry.type === 'File',
  });
}
