import { existsSync } from 'node:fs';
import { chmod, mkdtemp, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Complaint } from '#kit/complaint.ts';
import { inspectSqlite } from '../checkup/inspect-sqlite.ts';
import { DATA_FILES } from '../data-files.ts';
import { flushFolder } from '../files/flush-folder.ts';
import { removeAbandonedRestores } from './abandoned-drafts.ts';
import { readArchive } from './archive.ts';
import { isStoredFile } from './backed-up-files.ts';
import { fileComplaint } from './file-complaint.ts';
import { MANIFEST, type Manifest, readManifest } from './manifest.ts';

/** The key last: a start takes data without its key for what it is, and makes no new one. */
const IN_ORDER = [DATA_FILES.certificateKey, DATA_FILES.certificate, DATA_FILES.database, DATA_FILES.key];
const TRACES = [...IN_ORDER, DATA_FILES.files, `${DATA_FILES.database}-wal`, `${DATA_FILES.key}.new`];

/** Whether a portal is, or was begun, in the folder. */
export function holdsData(directory: string): boolean {
  return TRACES.some((name) => existsSync(join(directory, name)));
}

/**
 * Puts a backup into a data directory that holds nothing yet, and whose lock the caller holds. Nothing is left there when
 * that fails.
 *
 * @throws Complaint when the file is no backup, is damaged or was made by a newer program
 */
export async function restoreBackup(file: string, directory: string): Promise<Manifest> {
  let draft: string | undefined;
  try {
    await removeAbandonedRestores(directory);
    draft = await mkdtemp(join(directory, 'restore-'));
    await extract(file, draft);
    const manifest = await readManifest(join(draft, MANIFEST), file);
    await checkContents(draft, file, manifest);
    await putFiles(join(draft, DATA_FILES.files), join(directory, DATA_FILES.files));
    for (const name of IN_ORDER) await flush(join(draft, name));
    for (const name of IN_ORDER)
      if (existsSync(join(draft, name))) await rename(join(draft, name), join(directory, name));
    await flushFolder(directory);
    return manifest;
  } catch (error) {
    throw fileComplaint(error, `${file} cannot be restored into ${directory}`);
  } finally {
    if (draft !== undefined) await rm(draft, { recursive: true, force: true });
  }
}

async function extract(file: string, draft: string): Promise<void> {
  try {
    const names = new Set<string>([MANIFEST, ...IN_ORDER]);
    await readArchive(file, draft, (path) => names.has(path) || isStoredFile(path));
  } catch (error) {
    if (String((error as NodeJS.ErrnoException).code).startsWith('TAR_'))
      throw new Complaint(`${file} is no backup of Botyard, or is damaged (${(error as Error).message})`);
    throw error;
  }
}

async function checkContents(draft: string, file: string, { database }: Manifest): Promise<void> {
  const wanted = [DATA_FILES.key, ...(database === 'sqlite' ? [DATA_FILES.database] : [])];
  const missing = wanted.find((name) => !existsSync(join(draft, name)));
  if (missing !== undefined) throw new Complaint(`${file} is damaged: there is no "${missing}" in it`);
  if (database !== 'sqlite') return;
  const { damage, unknownStep } = await inspectSqlite(join(draft, DATA_FILES.database), []);
  if (damage[0] !== undefined)
    throw new Complaint(`The database in ${file} is damaged (${damage[0]}). Take an older backup`);
  if (unknownStep !== undefined)
    throw new Complaint(
      `${file} was made by a newer Botyard (schema step ${unknownStep}). Restore it with that version`,
    );
}

/** Before the database that speaks of them. */
async function putFiles(draft: string, folder: string): Promise<void> {
  if (!existsSync(draft)) return;
  for (const entry of await readdir(draft, { withFileTypes: true, recursive: true }))
    await (entry.isFile() ? flush : flushFolder)(join(entry.parentPath, entry.name));
  await flushFolder(draft);
  await rename(draft, folder);
}

async function flush(path: string): Promise<void> {
  if (!existsSync(path)) return;
  await chmod(path, 0o600);
  const handle = await open(path, 'r+');
  await handle.sync();
  await handle.close();
}
