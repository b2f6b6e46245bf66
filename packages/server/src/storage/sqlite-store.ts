import type { Cause } from '#domain/cause.ts';
import type { Change } from '#domain/event.ts';
import { Complaint } from '#kit/complaint.ts';
import { Announcements } from './announcements.ts';
import { Checkpointer } from './checkpointer.ts';
import { type Disk, diskUnder } from './disk.ts';
import { GroupCommit } from './group-commit.ts';
import { LogFlush } from './log-flush.ts';
import { makeSchemaInMemory } from './memory-schema.ts';
import { migrate } from './migrate.ts';
import { readOnlySession } from './read-only-session.ts';
import { RowCache } from './row-cache.ts';
import type { Session, StoreUnavailable } from './session.ts';
import { openSqliteFile, type SqliteDatabase } from './sqlite-driver.ts';
import { CHECKPOINT, SqliteSession } from './sqlite-session.ts';
import type { Store } from './store.ts';
import { nothingToAnnounce, type StoreOptions, type UnitFactory, unitFactory } from './unit-factory.ts';
import type { Reading, UnitOfWork } from './unit-of-work.ts';

export interface FileOptions extends StoreOptions {
  /** What flushes the file at that path; undefined: the system. */
  readonly diskUnder?: (path: string) => Disk;
}

/**
 * Opens (and brings up to date) the database in `path`, or one in memory for ':memory:'.
 * One connection writes; a second one reads what is committed, so that reading never waits for a commit.
 */
export async function openSqlite(path: string, options: FileOptions): Promise<Store & { readonly session: Session }> {
  const cache = new RowCache();
  const writer = new SqliteSession(openSqliteFile(path), cache);
  try {
    await (path === ':memory:' ? makeSchemaInMemory(writer) : migrate(writer));
  } catch (error) {
    writer.close();
    throw error;
  }
  return new SqliteStore(writer, {
    cache,
    ...options,
    ...(path !== ':memory:' && inFile(path, writer, cache, options)),
  });
}

/** A database in memory belongs to its connection: there, readers share it. */
function inFile(
  path: string,
  writer: SqliteSession,
  cache: RowCache,
  { clock, onListenerError, diskUnder: disk = diskUnder }: FileOptions,
): FileParts {
  // What commits leave in the log is flushed by those who wait for it, and not within the commit.
  writer.exec('pragma synchronous = normal');
  return {
    reader: new SqliteSession(openSqliteFile(path, { readOnly: true }), cache),
    checkpointer: new Checkpointer(path, onListenerError ?? (() => undefined)),
    logFlush: new LogFlush(disk(`${path}-wal`), () => clock.monotonic()),
  };
}

/** A store over a database in memory that has the tables of Botyard already; its one connection writes and reads. */
export function openMemory(database: SqliteDatabase, options: StoreOptions): Store {
  const cache = new RowCache();
  const writer = new SqliteSession(database, cache);
  return new SqliteStore(writer, { cache, ...options });
}

interface FileParts {
  readonly reader: SqliteSession;
  readonly checkpointer: Checkpointer;
  /** The write-ahead log, which commits leave unflushed. */
  readonly logFlush: LogFlush;
}

interface Parts extends StoreOptions, Partial<FileParts> {
  readonly cache: RowCache;
}

class SqliteStore implements Store {
  readonly session: SqliteSession;
  readonly #reader: SqliteSession | undefined;
  /** Sees what is committed, and refuses to write. */
  readonly #looking: Session;
  readonly #checkpointer: Checkpointer | undefined;
  readonly #logFlush: LogFlush | undefined;
  readonly #queue: GroupCommit;
  readonly #writing: UnitFactory;
  readonly #reading: UnitFactory;
  readonly #announcements: Announcements;
  readonly #beforeCommit: (() => void)[] = [];
  #announced: Change[] = [];

  constructor(writer: SqliteSession, { reader, checkpointer, logFlush, cache, ...options }: Parts) {
    this.session = writer;
    this.#reader = reader;
    this.#checkpointer = checkpointer;
    this.#logFlush = logFlush;
    this.#announcements = new Announcements(options.onListenerError);
    this.#writing = unitFactory(writer, options, {
      announce: (change) => this.#announced.push(change),
      announceNow: (change) => this.#announcements.tell([change]),
      announced: () => this.#announced,
    });
    this.#looking = reader ?? readOnlySession(writer);
    this.#reading = unitFactory(this.#looking, options, nothingToAnnounce);
    this.#queue = new GroupCommit(writer, {
      monotonic: () => options.clock.monotonic(),
      gathered: () => {
        if (checkpointer?.takeLastStep()) writer.exec(CHECKPOINT);
        for (const listener of this.#beforeCommit) listener();
      },
      begin: () => {
        this.#announced = [];
      },
      end: () => (this.#announced.length > 0 ? this.#announced : undefined),
      closed: () => cache.settle(),
      logFlush,
      broken: (error) => options.onLost?.(complaintOf(error)),
      committed: (results) => {
        checkpointer?.committed();
        this.#announcements.tell((results as Change[][]).flat());
      },
    });
  }

  write<T>(work: (unit: UnitOfWork) => Promise<T>, cause?: Cause): Promise<T> {
    return this.#queue.run(() => work(this.#writing(cause)));
  }

  async read<T>(work: (unit: Reading) => Promise<T>): Promise<T> {
    return this.readNow(work);
  }

  readNow<T>(work: (unit: Reading) => Promise<T> | T): Promise<T> | T {
    return this.#look(() => work(this.#reading()));
  }

  writeWith<T>(work: (session: Session) => Promise<T> | T): Promise<T> {
    return this.#queue.run(() => work(this.session));
  }

  async readWith<T>(work: (session: Session) => Promise<T> | T): Promise<T> {
    return this.#look(() => work(this.#looking));
  }

  /** Whoever looks may see at once what was committed, but is told of it when it is on disk. */
  #look<T>(look: () => Promise<T> | T): Promise<T> | T {
    if (!this.#canLook) return this.#queue.run(look);
    return this.#logFlush ? this.#logFlush.tellOf(look) : look();
  }

  /**
   * Reading beside the writers is safe on a connection of its own. On theirs it is while no transaction is open:
   * a unit awaits nothing but this store, so it is through before the next batch can begin.
   */
  get #canLook(): boolean {
    return this.#reader !== undefined || !this.#queue.isOpen;
  }

  beforeCommit(listener: () => void): void {
    this.#beforeCommit.push(listener);
  }

  onCommit(listener: (changes: readonly Change[]) => void): void {
    this.#announcements.add(listener);
  }

  async writeOut(): Promise<void> {
    await this.#queue.idle();
    this.session.exec('pragma wal_checkpoint(truncate)');
  }

  async close(): Promise<void> {
    await this.#queue.idle();
    await this.#checkpointer?.close();
    this.#reader?.close();
    try {
      this.session.exec('pragma wal_checkpoint(truncate)');
    } finally {
      this.session.close();
      this.#logFlush?.close();
    }
  }
}

function complaintOf({ message, cause }: StoreUnavailable): Complaint {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new Complaint(`${message} (${why}): this portal stops. Look after the disk, then start it again.`);
}
