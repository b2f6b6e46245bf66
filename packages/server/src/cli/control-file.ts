import { lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Complaint } from '#kit/complaint.ts';

/**
 * How commands find a running server and are let in: a file that only its owner can read (R34), in the data directory.
 * It is written when the server answers, with a new token each time, and taken away when the server stops.
 */
export interface ControlFile {
  /** Where the server listens, without a slash at the end. */
  readonly url: string;
  readonly token: string;
  readonly pid: number;
  /** Of the program; undefined: one from before this was written down. */
  readonly version?: string;
  /** PEM; what its HTTPS is to be trusted by. */
  readonly certificate?: string;
}

const NAME = 'control.json';

export function writeControlFile(directory: string, file: ControlFile): void {
  const path = join(directory, NAME);
  // Whole or not at all, and never readable by others, not even for a moment.
  const draft = `${path}.${file.pid}`;
  writeFileSync(draft, `${JSON.stringify(file)}\n`, { mode: 0o600 });
  renameSync(draft, path);
}

/** undefined: no server has written one, or it is not one of ours. */
export function readControlFile(directory: string): ControlFile | undefined {
  try {
    const file = JSON.parse(readFileSync(join(directory, NAME), 'utf8')) as Partial<ControlFile>;
    return typeof file.url === 'string' && typeof file.token === 'string' && typeof file.pid === 'number'
      ? (file as ControlFile)
      : undefined;
  } catch {
    return undefined;
  }
}

export function removeControlFile(directory: string): void {
  rmSync(join(directory, NAME), { force: true });
}

/** Where servers that keep nothing leave their control files: a folder for each, in one that belongs to this user alone. */
function temporaryRoot(): string {
  const root = join(tmpdir(), `botyard-${process.getuid?.() ?? 'servers'}`);
  mkdirSync(root, { recursive: true, mode: 0o700 });
  const found = lstatSync(root);
  // In a shared folder anybody can make this name first, or lead it elsewhere, and then read what is put there.
  const isOurs =
    found.isDirectory() &&
    (process.getuid === undefined || (found.uid === process.getuid() && (found.mode & 0o077) === 0));
  if (!isOurs)
    throw new Complaint(
      `${root} belongs to somebody else or is open to others. Say where to put things instead: --data DIR`,
    );
  return root;
}

/** A folder for a server that keeps nothing; those of servers that are gone are swept away. */
export function makeTemporaryDirectory(): string {
  const root = temporaryRoot();
  for (const name of readdirSync(root))
    if (!isAlive(Number(name))) rmSync(join(root, name), { recursive: true, force: true });
  const directory = join(root, String(process.pid));
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  return directory;
}

/** Of every server that keeps nothing and is still running. */
export function temporaryControlFiles(): ControlFile[] {
  try {
    const root = temporaryRoot();
    return readdirSync(root).flatMap((name) => {
      const file = isAlive(Number(name)) ? readControlFile(join(root, name)) : undefined;
      return file ? [file] : [];
    });
  } catch {
    return [];
  }
}

export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
