import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isPostgresAddress } from './postgres-address.ts';

/** What of a data directory is worth keeping. What is added here belongs into every backup. */
export const DATA_FILES = {
  database: 'botyard.db',
  key: 'key',
  certificate: 'tls-cert.pem',
  certificateKey: 'tls-key.pem',
  files: 'files',
} as const;

/** The log of calls beside an SQLite file. It is kept for a day, and in no backup. undefined: the database is no file. */
export function callLogFile(database: string): string | undefined {
  if (database === ':memory:' || isPostgresAddress(database)) return undefined;
  return `${database.replace(/\.db$/, '')}-calls.db`;
}

/** Where a portal is kept. */
export interface DataPlace {
  /** The data directory, as an absolute path: the key lies there. */
  readonly directory: string;
  /** The SQLite file; undefined: the database is elsewhere. */
  readonly databaseFile: string | undefined;
  /** Where it is then, without its password; undefined: that is not known. */
  readonly databaseAddress: string | undefined;
  /** Files are kept in a bucket, and not in the data directory. */
  readonly hasFilesElsewhere?: true;
}

/** Of a portal that does not run: where its database is elsewhere, nothing in the directory says where. */
export function placeAtRest(path: string): DataPlace {
  const directory = resolve(path);
  const file = join(directory, DATA_FILES.database);
  return { directory, databaseFile: existsSync(file) ? file : undefined, databaseAddress: undefined };
}
