import { Complaint } from '#kit/complaint.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOTDIR: 'that is not a folder',
  EISDIR: 'that is a folder',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
};

/** What SQLite says. */
const SAID = [
  [/disk is full/i, 'the disk is full'],
  [/is locked/i, 'another program holds the database locked'],
  [/malformed|not a database/i, 'the database is damaged'],
] as const;

/** What goes wrong with files as one line about what was to be done; else the error. */
export function fileComplaint(error: unknown, whatFailed: string): unknown {
  if (error instanceof Complaint) return error;
  const { code = '', message = '' } = error as NodeJS.ErrnoException;
  const reason = REASONS[code] ?? SAID.find(([said]) => said.test(message))?.[1];
  return reason === undefined ? error : new Complaint(`${whatFailed}: ${reason}`);
}
