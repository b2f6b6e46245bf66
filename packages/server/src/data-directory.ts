import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { makeTemporaryDirectory, readControlFile, removeControlFile } from '#cli/control-file.ts';
import { Complaint } from '#kit/complaint.ts';
import type { Log } from '#kit/log.ts';
import { systemRandom } from '#kit/random.ts';
import { DATA_FILES, type DataPlace } from '#storage/data-files.ts';
import { addressInWords } from '#storage/postgres-address.ts';
import { KEY_BYTES } from '#storage/secrets.ts';
import { type DirectoryLock, lockDirectory } from './lock.ts';
import { directoryComplaint } from './start-complaint.ts';

/** Where a portal keeps what it knows, taken by this process alone. */
export interface DataDirectory {
  readonly path: string;
  /** undefined: everything is in memory. */
  readonly place: DataPlace | undefined;
  /** A file, ':memory:', or the address of a database that lies elsewhere. */
  readonly database: string;
  readonly key: Uint8Array;
  /** Where files are kept; undefined: in memory, where nothing is to stay. */
  readonly filesFolder: string | undefined;
  /** Called when all that was written at the start is in the database file itself: from now on the key belongs to it. */
  keepKey(): void;
  /** Calls `lost`, with a line for the log, when the directory is no longer this process's alone. */
  watch(lost: (why: string) => void): void;
  /** Lets others have it; one that was made for this process is removed. */
  release(): void;
}

export interface DataDirectoryOptions {
  /** undefined: one of its own for a database in memory, which goes with the process. */
  readonly path: string | undefined;
  readonly inMemory: boolean;
  /** Address of a database that lies elsewhere. */
  readonly databaseAddress?: string | undefined;
  readonly log: Log;
}

/** @throws Complaint when the directory cannot be used, or is in use */
export function openDataDirectory({
  path: wanted,
  inMemory,
  databaseAddress,
  log,
}: DataDirectoryOptions): DataDirectory {
  if (wanted === undefined) return temporaryDirectory();
  const path = resolve(wanted);
  const lock = readied(path);
  try {
    const file = join(path, DATA_FILES.database);
    // Whether a database that lies elsewhere has something in it is not known here.
    const own = databaseAddress === undefined ? file : undefined;
    const shownAddress = databaseAddress === undefined ? undefined : addressInWords(databaseAddress);
    const key = inMemory ? newKey() : storedKey(join(path, DATA_FILES.key), own, log);
    return {
      path,
      place: inMemory ? undefined : { directory: path, databaseFile: own, databaseAddress: shownAddress },
      database: inMemory ? ':memory:' : (databaseAddress ?? file),
      key,
      filesFolder: inMemory ? undefined : join(path, DATA_FILES.files),
      keepKey: () => (inMemory ? undefined : keepKey(join(path, DATA_FILES.key))),
      watch: (lost) => lock.watch(lost),
      release() {
        // Where the lock was lost, another portal may have written its own by now.
        if (readControlFile(path)?.pid === process.pid) removeControlFile(path);
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw directoryComplaint(error, path);
  }
}

/** Bears the number of this process, so nobody else wants it. */
function temporaryDirectory(): DataDirectory {
  const path = makeTemporaryDirectory();
  return {
    path,
    place: undefined,
    database: ':memory:',
    key: newKey(),
    filesFolder: join(path, DATA_FILES.files),
    keepKey: () => undefined,
    watch: () => undefined,
    release: () => rmSync(path, { recursive: true, force: true }),
  };
}

function readied(path: string): DirectoryLock {
  try {
    makeDataFolder(path);
    return lockDirectory(path);
  } catch (error) {
    throw directoryComplaint(error, path);
  }
}

/** Makes the folder unless it is there. */
export function makeDataFolder(path: string): void {
  // People start in their projects: keys and databases are not to end up in a repository.
  if (madeFolder(path)) writeFileSync(join(path, '.gitignore'), '*\n');
}

/** Step by step: where a file system says no in its own way, Node's recursive form tries for ever. */
function madeFolder(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) return false;
  if (found) throw Object.assign(new Error(path), { code: 'ENOTDIR' });
  madeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
  return true;
}

function newKey(): Uint8Array {
  return Buffer.from(systemRandom.hex(2 * KEY_BYTES), 'hex');
}

/** A database file of this size or less has a head and nothing else, in bytes. */
const EMPTY = 4096;

/**
 * The key that everything secret in the database is sealed with (R33). It is made at the first start and lies beside its
 * place until the database is written out: so a key in its place means that there was a database with something in it.
 */
function storedKey(path: string, database: string | undefined, log: Log): Uint8Array {
  const hasData = database !== undefined && (sizeOf(database) > EMPTY || sizeOf(`${database}-wal`) > 0);
  if (!existsSync(path)) {
    const draft = `${path}${DRAFT}`;
    if (existsSync(draft) && statSync(draft).size === KEY_BYTES) return readFileSync(draft);
    if (hasData)
      throw new Complaint(
        `The key of this data is gone: put ${path} back from your backup. Without it nothing secret in the database can be read`,
      );
    writeFileSync(draft, newKey(), { mode: 0o600, flush: true });
    return readFileSync(draft);
  }
  if (!statSync(path).isFile()) throw new Complaint(`${path} is not a file. Put the key back there from your backup`);
  if (database !== undefined && !hasData)
    throw new Complaint(
      `${path} is there, but its database ${database} is ${existsSync(database) ? 'empty' : 'gone'}. Put it back from your backup; to begin anew, remove ${path}`,
    );
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) {
    log.warn(`${path} was open to other users of this machine; now it is not`);
    chmodSync(path, 0o600);
  }
  const key = readFileSync(path);
  if (key.length !== KEY_BYTES)
    throw new Complaint(
      `${path} is not a key: it has ${key.length} bytes instead of ${KEY_BYTES}. Put it back from your backup`,
    );
  return key;
}

const DRAFT = '.new';

/** Whole or not at all: half a key would lock its owner out. */
function keepKey(path: string): void {
  if (!existsSync(path)) renameSync(`${path}${DRAFT}`, path);
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
