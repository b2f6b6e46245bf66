import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { makeTemporaryDirectory, readControlFile, removeControlFile } from '#cli/control-file.ts';
import { Complaint } from '#kit/complaint.ts';
import { systemRandom } from '#kit/random.ts';
import { KEY_BYTES } from '#storage/secrets.ts';
import { openSqliteFile, type SqliteDatabase } from '#storage/sqlite-driver.ts';

/** Where a portal keeps what it knows, taken by this process alone. */
export interface DataDirectory {
  readonly path: string;
  /** A file, ':memory:', or the address of a database that lies elsewhere. */
  readonly database: string;
  readonly key: Uint8Array;
  /** Lets others have it; one that was made for this process is removed. */
  release(): void;
}

export interface DataDirectoryOptions {
  /** undefined: one of its own for a database in memory, which goes with the process. */
  readonly path: string | undefined;
  readonly inMemory: boolean;
  /** Address of a database that lies elsewhere. */
  readonly databaseAddress?: string | undefined;
  readonly log: (line: string) => void;
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
    const file = join(path, 'botyard.db');
    const key = inMemory ? newKey() : storedKey(join(path, 'key'), existsSync(file), log);
    return {
      path,
      database: inMemory ? ':memory:' : (databaseAddress ?? file),
      key,
      release() {
        removeControlFile(path);
        lock.close();
      },
    };
  } catch (error) {
    lock.close();
    throw error;
  }
}

/** Bears the number of this process, so nobody else wants it. */
function temporaryDirectory(): DataDirectory {
  const path = makeTemporaryDirectory();
  return { path, database: ':memory:', key: newKey(), release: () => rmSync(path, { recursive: true, force: true }) };
}

function readied(path: string): SqliteDatabase {
  try {
    const isNew = madeFolder(path);
    // People start in their projects: keys and databases are not to end up in a repository.
    if (isNew) writeFileSync(join(path, '.gitignore'), '*\n');
    return locked(path);
  } catch (error) {
    throw named(error, path);
  }
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

/**
 * A file held in an exclusive transaction: the system takes such a lock away when the process ends, however it ends,
 * so that nobody ever has to remove it by hand.
 */
function locked(path: string): SqliteDatabase {
  const lock = openSqliteFile(join(path, 'lock'));
  try {
    lock.exec(
      'pragma busy_timeout = 0; pragma locking_mode = exclusive; pragma journal_mode = delete; begin exclusive',
    );
    return lock;
  } catch (error) {
    lock.close();
    throw error;
  }
}

function named(error: unknown, path: string): unknown {
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (/database is locked/i.test(message)) {
    const url = readControlFile(path)?.url;
    return new Complaint(
      `Another Botyard already runs on ${path}${url === undefined ? '' : ` (at ${url})`}. Use that one, stop it, or start on other data: --data DIR`,
    );
  }
  const reason = REASONS[code] ?? (/readonly|unable to open/i.test(message) ? 'it cannot be written to' : undefined);
  return reason === undefined
    ? error
    : new Complaint(`${path} cannot be used as data directory: ${reason}. Choose another one: --data DIR`);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'it cannot be made there',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'it is not a directory',
  EEXIST: 'it is not a directory',
};

function newKey(): Uint8Array {
  return Buffer.from(systemRandom.hex(2 * KEY_BYTES), 'hex');
}

/** The key that everything secret in the database is sealed with (R33); made at the first start. */
function storedKey(path: string, hasDatabase: boolean, log: (line: string) => void): Uint8Array {
  if (!existsSync(path)) {
    if (hasDatabase)
      throw new Complaint(
        `The key of this data is gone: put ${path} back from your backup. Without it nothing secret in the database can be read`,
      );
    makeKey(path);
  }
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) {
    log(`${path} was open to other users of this machine; now it is not`);
    chmodSync(path, 0o600);
  }
  const key = readFileSync(path);
  if (key.length !== KEY_BYTES)
    throw new Complaint(
      `${path} is not a key: it has ${key.length} bytes instead of ${KEY_BYTES}. Put it back from your backup`,
    );
  return key;
}

/** Whole or not at all: half a key would lock its owner out. */
function makeKey(path: string): void {
  const draft = `${path}.new`;
  writeFileSync(draft, newKey(), { mode: 0o600, flush: true });
  linkSync(draft, path);
  rmSync(draft);
}
