import { createRequire } from 'node:module';

/** The part of the `node:sqlite` API that is used here; both the built-in module and its port speak it. */
export interface SqliteDatabase {
  exec(sql: string): void;
  prepare(sql: string): SqliteStatement;
  close(): void;
}

export interface SqliteStatement {
  all(...params: unknown[]): unknown[];
  run(...params: unknown[]): { readonly lastInsertRowid: number | bigint };
}

interface SqliteModule {
  DatabaseSync: new (path: string, options?: { readOnly?: boolean }) => SqliteDatabase;
}

const require = createRequire(import.meta.url);

/**
 * Pages in the log after which a commit folds them into the file itself. That is the checkpointer's work; this is for
 * the case that it does not keep up.
 */
const LONGEST_LOG = 40_000;

/**
 * Opens a database with the module that is built into newer Nodes, else with its port for Node 20.
 * Tries instead of comparing versions: the built-in one hides behind a flag in some.
 */
export function openSqliteFile(path: string, options: { readOnly?: boolean } = {}): SqliteDatabase {
  const { DatabaseSync } = load().module;
  const database = new DatabaseSync(path, options);
  // Waiting for somebody else's lock (a backup, a curious person) stops everybody: SQLite waits within the call, on the
  // one thread there is. A tenth of a second sits out what is short; for the rest callers get a 503 and come again.
  // FULL and not the NORMAL that WAL databases get elsewhere: what was acknowledged must survive a power cut.
  database.exec(
    `pragma wal_autocheckpoint = ${LONGEST_LOG}; pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma busy_timeout = 100; pragma cache_size = -65536`,
  );
  return database;
}

/** What to require for the same module in another thread. */
export function sqliteModuleName(): string {
  return load().name;
}

/** The same for a module that can copy a database while it is written to: some Nodes have SQLite built in without that. */
export function backupModuleName(): string {
  const { module, name } = load();
  return 'backup' in module ? name : require.resolve('@photostructure/sqlite');
}

/** Again at each call: Node keeps what it has loaded. */
function load(): { readonly module: SqliteModule; readonly name: string } {
  const builtIn = tryBuiltIn();
  return builtIn
    ? { module: builtIn, name: 'node:sqlite' }
    : { module: require('@photostructure/sqlite') as SqliteModule, name: require.resolve('@photostructure/sqlite') };
}

function tryBuiltIn(): SqliteModule | undefined {
  const emit = process.emitWarning;
  // The built-in module announces itself as experimental on stderr, where people look for real trouble.
  process.emitWarning = () => undefined;
  try {
    return require('node:sqlite') as SqliteModule;
  } catch {
    return undefined;
  } finally {
    process.emitWarning = emit;
  }
}
