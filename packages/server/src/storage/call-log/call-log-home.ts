import { existsSync, rmSync } from 'node:fs';
import { callBatchTable } from '../migrations/0018-call-log.ts';
import type { Session } from '../session.ts';
import { openSqliteFile } from '../sqlite-driver.ts';
import type { Store } from '../store.ts';
import { callBatches } from './call-batches.ts';
import { SqliteThread } from './sqlite-thread.ts';

/** Where the log of calls is kept. */
export interface CallLogHome {
  /** The number of the newest call in it. */
  newestId(): Promise<number>;
  write<T>(work: (session: Session) => Promise<T>): Promise<T>;
  read<T>(work: (session: Session) => Promise<T>): Promise<T>;
  /** Ends what is being done. */
  close(): Promise<void>;
  /** The same without waiting for what is being done. */
  abandon(): Promise<void>;
}

/** In a table of the database: PostgreSQL, or one in memory. */
export function callLogInStore(store: Store): CallLogHome {
  return {
    newestId: () => store.readWith((session) => callBatches(session).getNewestId()),
    write: (work) => store.writeWith(work),
    read: (work) => store.readWith(work),
    close: async () => undefined,
    abandon: async () => undefined,
  };
}

/** Of the file. Another form of it is begun anew: nothing in it is worth being brought up to date. */
const VERSION = 1;

/**
 * No flush with a commit: after a power cut the newest calls may be missing. Who waits for a lock holds up nobody here;
 * what is not written then is tried again.
 */
const SETTINGS = 'pragma synchronous = normal; pragma busy_timeout = 1000; pragma journal_size_limit = 4194304';

/** In an SQLite file of its own, beside the one of the messages: it shares neither its log nor its flushes. */
export function callLogInFile(path: string): CallLogHome {
  const made = makeFile(path);
  const thread = new SqliteThread(path, SETTINGS);
  return {
    newestId: async () => made,
    write: (work) => work(thread),
    read: (work) => work(thread),
    close: () => thread.close(),
    abandon: () => thread.abandon(),
  };
}

/** Makes the file where there is none that can be used; answers the number of the newest call in it. */
function makeFile(path: string): number {
  try {
    if (existsSync(path)) return newestIn(path);
  } catch {
    // Damaged by a power cut, or of another version.
  }
  for (const ending of ['', '-wal', '-shm']) rmSync(`${path}${ending}`, { force: true });
  const database = openSqliteFile(path);
  try {
    database.exec(`pragma synchronous = off; ${callBatchTable('sqlite')}; pragma user_version = ${VERSION}`);
  } finally {
    database.close();
  }
  return 0;
}

function newestIn(path: string): number {
  const database = openSqliteFile(path);
  try {
    const [head] = database.prepare('pragma user_version').all() as { user_version: number }[];
    if (head?.user_version !== VERSION) throw new Error('another version');
    const [row] = database.prepare('select max(last_id) as id from call_batch').all() as { id: number | null }[];
    return row?.id ?? 0;
  } finally {
    database.close();
  }
}
