import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { type FileHandle, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { systemRandom } from '#kit/random.ts';
import { type Draft, FileGone, type FileHome, FileNotKept } from './file-home.ts';
import { flushFolder } from './flush-folder.ts';

const DRAFTS = 'drafts';
/** Bytes after which what was written is flushed, so that the last flush is short. */
const FLUSHED_EVERY = 8 * 1024 * 1024;

/** Keeps files in a folder of this machine, which nobody else writes into. What an earlier run left half-written goes. */
export function folderHome(folder: string): FileHome {
  const drafts = join(folder, DRAFTS);
  mkdirSync(drafts, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(drafts)) rmSync(join(drafts, name), { recursive: true, force: true });
  return {
    draft: () => openDraft(folder, join(drafts, systemRandom.hex(32))),
    async open(key, range) {
      const path = placeOf(folder, key);
      const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
        throw error.code === 'ENOENT' ? new FileGone(`There is no file ${path}`) : error;
      });
      return file.createReadStream(range && { start: range.from, end: range.to });
    },
    remove: (key) => rm(placeOf(folder, key), { force: true }),
  };
}

/** Below one of 256 folders: none of them gets too large to be listed. */
export function placeOf(folder: string, key: string): string {
  return join(folder, key.slice(0, 2), key);
}

/** Bytes of what is kept under that key; undefined: nothing is. */
export async function keptSize(folder: string, key: string): Promise<number | undefined> {
  return (await stat(placeOf(folder, key)).catch(() => undefined))?.size;
}

async function openDraft(folder: string, path: string): Promise<Draft> {
  const file = await kept(() => open(path, 'wx', 0o600));
  return new FolderDraft(folder, path, file);
}

class FolderDraft implements Draft {
  readonly #folder: string;
  readonly #path: string;
  readonly #file: FileHandle;
  #unflushed = 0;
  #isOpen = true;

  constructor(folder: string, path: string, file: FileHandle) {
    this.#folder = folder;
    this.#path = path;
    this.#file = file;
  }

  write(bytes: Uint8Array): Promise<void> {
    return kept(async () => {
      await this.#file.writeFile(bytes);
      this.#unflushed += bytes.length;
      if (this.#unflushed < FLUSHED_EVERY) return;
      this.#unflushed = 0;
      await this.#file.datasync();
    });
  }

  keep(key: string): Promise<void> {
    const place = placeOf(this.#folder, key);
    return kept(async () => {
      await this.#file.sync();
      await this.#close();
      const isNew = (await mkdir(dirname(place), { recursive: true, mode: 0o700 })) !== undefined;
      await rename(this.#path, place);
      // The name must outlive a power cut, too, and that of its folder.
      await flushFolder(dirname(place));
      if (isNew) await flushFolder(this.#folder);
    });
  }

  async discard(): Promise<void> {
    await this.#close();
    await rm(this.#path, { force: true });
  }

  async #close(): Promise<void> {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    await this.#file.close();
  }
}

async function kept<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new FileNotKept(`A file could not be kept: ${(error as Error).message}`, { cause: error });
  }
}
