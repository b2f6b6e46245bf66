import { statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readControlFile } from '#cli/control-file.ts';
import { Complaint } from '#kit/complaint.ts';
import { DATA_FILES } from '#storage/data-files.ts';

/** What a start was about when it failed. */
export interface StartPlace {
  /** The data directory. */
  readonly path: string;
  readonly host: string;
  readonly port: number;
}

/** What goes wrong most often at a start as one line that says which file or option it is and what to do; else the error. */
export function startComplaint(error: unknown, place: StartPlace): unknown {
  if (error instanceof Complaint) return error;
  const { code = '', message = '', path } = error as NodeJS.ErrnoException;
  const line = networkLine(code, place) ?? fileLine(code, message, path, place.path);
  return line === undefined ? error : new Complaint(line);
}

/** The same for what comes up before there is a database. */
export function directoryComplaint(error: unknown, directory: string): unknown {
  if (error instanceof Complaint) return error;
  const { code = '', message = '', path } = error as NodeJS.ErrnoException;
  if (/database is locked/i.test(message)) {
    const url = readControlFile(directory)?.url;
    return new Complaint(
      `Another Botyard already runs on ${directory}${url === undefined ? '' : ` (at ${url})`}. Use that one, stop it, or start on other data: --data DIR`,
    );
  }
  if (/not a database|malformed/i.test(message))
    return new Complaint(`${join(directory, 'lock')} is damaged. Remove it, nothing is lost with it, and start again`);
  const full = fullLine(code, message, directory);
  if (full !== undefined) return new Complaint(full);
  const reason = REASONS[code] ?? (/readonly|unable to open/i.test(message) ? 'it cannot be written to' : undefined);
  return reason === undefined
    ? error
    : new Complaint(
        `${directory} cannot be used as data directory: ${reason}${path === undefined || path === directory ? '' : ` (${path})`}. Choose another one: --data DIR`,
      );
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'it cannot be made there',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOTDIR: 'it is not a directory',
  EEXIST: 'it is not a directory',
  EISDIR: 'a file is wanted where a folder is',
};

function networkLine(code: string, { host, port }: StartPlace): string | undefined {
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program. Stop that one, or take another port: --port ${port + 1} (--port 0 takes a free one)`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `This machine has no address "${host}". Leave --host out, or use 0.0.0.0 to listen on all there are`;
  return undefined;
}

function fileLine(code: string, message: string, file: string | undefined, directory: string): string | undefined {
  const database = join(directory, DATA_FILES.database);
  if (code === 'EACCES' && file === undefined)
    return 'This user may not listen on that port. Take one above 1023: --port 8424';
  if (/newer Botyard/.test(message)) return message;
  if (/unable to authenticate data/i.test(message))
    return `The key in ${directory} is not the one that this data was sealed with. Put the right one back from your backup`;
  if (/not a database|malformed/i.test(message))
    return `The database in ${directory} is damaged (${message}). Put it back from your backup, or start on other data: --data DIR`;
  if (/database is locked|database is busy/i.test(message))
    return `${database} is locked by another program. Close that one and start again`;
  if (/unable to open database|readonly database/i.test(message))
    return `${database} cannot be opened for writing. Is it a file of this user's?`;
  const full = fullLine(code, message, database);
  if (full !== undefined) return full;
  const reason = REASONS[code];
  return reason === undefined || file === undefined ? undefined : `${file} cannot be written: ${reason}`;
}

/** Less room than this is none, in bytes: SQLite takes some of its files in steps. */
const NO_ROOM = 64 * 1024;

/** undefined: that is not what it is. */
export function fullLine(code: string, message: string, path: string): string | undefined {
  // SQLite says no more than that where it is short of room for the index of its log.
  const isShort = /disk I\/O error/i.test(message);
  if (
    code === 'ENOSPC' ||
    code === 'EDQUOT' ||
    /database or disk is full/i.test(message) ||
    (isShort && !hasRoom(path))
  )
    return `The disk is full: ${path} cannot be written. Make room there`;
  return isShort ? `The disk fails: ${path} cannot be read or written (${message})` : undefined;
}

function hasRoom(path: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(path));
    return bavail * bsize >= NO_ROOM;
  } catch {
    return true;
  }
}
