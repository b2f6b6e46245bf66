import { existsSync } from 'node:fs';
import { mkdtemp, open, rename, rm, stat, statfs, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Complaint } from '#kit/complaint.ts';
import { DATA_FILES, type DataPlace } from '../data-files.ts';
import { flushFolder } from '../files/flush-folder.ts';
import { removeAbandonedBackups } from './abandoned-drafts.ts';
import { writeArchive } from './archive.ts';
import { filesToBackUp, sizeOfFiles } from './backed-up-files.ts';
import { copySqlite } from './copy-sqlite.ts';
import { fileComplaint } from './file-complaint.ts';
import { MANIFEST, manifestText } from './manifest.ts';

/** In bytes. */
export interface BackupProgress {
  readonly done: number;
  readonly total: number;
}

export interface BackupOptions {
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  /** What it is ended with is thrown. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress: (progress: BackupProgress) => void;
}

/** Beside the database, where they are there. */
const SMALL_FILES = [DATA_FILES.key, DATA_FILES.certificate, DATA_FILES.certificateKey];
const ARCHIVE = 'archive';

/**
 * Writes what a portal is kept in into one file that only its owner can read: a tar archive of the database as it is at
 * this moment, the key, the certificate, and files. A portal may go on meanwhile. A PostgreSQL database is not in it, nor
 * are files that are kept in a bucket.
 *
 * @returns the size of the file in bytes
 * @throws Complaint when it cannot be written there
 */
export async function makeBackup(place: DataPlace, file: string, options: BackupOptions): Promise<number> {
  if (existsSync(file)) throw new Complaint(`${file} exists already and is left as it is. Choose another name`);
  if (!existsSync(join(place.directory, DATA_FILES.key)))
    throw new Complaint(`There is no portal in ${place.directory}: it holds no key. Say where it is: --data DIR`);
  let draft: string | undefined;
  try {
    await removeAbandonedBackups(dirname(file), options.madeAt);
    const stored = await sizeOfFiles(place.directory);
    await checkRoom(place, file, stored);
    // Beside the file, so that it is put in its place whole or not at all; nobody else can look into it.
    draft = await mkdtemp(`${file}.part-`);
    return await writeInto(draft, place, file, { ...options, stored });
  } catch (error) {
    options.signal?.throwIfAborted();
    throw fileComplaint(error, `${file} cannot be written`);
  } finally {
    if (draft !== undefined) await rm(draft, { recursive: true, force: true });
  }
}

interface WriteOptions extends BackupOptions {
  /** Bytes of files. */
  readonly stored: number;
}

async function writeInto(draft: string, place: DataPlace, file: string, options: WriteOptions): Promise<number> {
  const { madeAt, signal, onProgress, stored } = options;
  const { directory, databaseFile: database } = place;
  const small = SMALL_FILES.filter((name) => existsSync(join(directory, name)));
  for (const name of small) await symlink(join(directory, name), join(draft, name));
  await writeFile(join(draft, MANIFEST), manifestText(madeAt, database === undefined ? 'postgres' : 'sqlite'));
  let size = 0;
  if (database !== undefined) {
    size = (await stat(database)).size;
    const copy = join(draft, DATA_FILES.database);
    await writeFile(copy, '', { mode: 0o600 });
    await copySqlite(database, copy, {
      signal,
      onProgress: ({ copied, total }) => onProgress({ done: (size * copied) / total, total: 2 * size + stored }),
    });
  }
  const copied = database === undefined ? [] : [DATA_FILES.database];
  // After the database: what it speaks of is there yet, and what came later is not wanted.
  const files = await filesToBackUp(directory, database && join(draft, DATA_FILES.database), signal);
  if (files.length > 0) await symlink(join(directory, DATA_FILES.files), join(draft, DATA_FILES.files));
  const names = [MANIFEST, ...small, ...copied, ...files];
  const archive = await open(join(draft, ARCHIVE), 'wx', 0o600);
  let bytes: number;
  try {
    const onWritten = (written: number) =>
      onProgress({ done: size + written, total: Math.max(2 * size + stored, size + written) });
    bytes = await writeArchive(archive, { folder: draft, names }, { signal, onWritten });
  } finally {
    await archive.close();
  }
  await rename(join(draft, ARCHIVE), file);
  await flushFolder(dirname(file));
  return bytes;
}

/** The copy of the database and the archive are there at the same time. */
async function checkRoom({ databaseFile: database }: DataPlace, file: string, stored: number): Promise<void> {
  const needed = (database === undefined ? 0 : 2 * (await stat(database)).size) + stored;
  const { bavail, bsize } = await statfs(dirname(file));
  const mb = (bytes: number) => `${Math.ceil(bytes / 1_000_000)} MB`;
  if (bavail * bsize < needed)
    throw new Complaint(
      `There is room for ${mb(bavail * bsize)} in ${dirname(file)}, and a backup needs ${mb(needed)} while it is made: twice the database, and the files. Make room, or write it to another disk`,
    );
}
