import type { Cause } from '#domain/cause.ts';
import type { Change } from '#domain/event.ts';
import { Announcements } from './announcements.ts';
import { Checkpointer } from './checkpointer.ts';
import { GroupCommit } from './group-commit.ts';
import { makeSchemaInMemory } from './memory-schema.ts';
import { migrate } from './migrate.ts';
import { readOnlySession } from './read-only-session.ts';
import { RowCache } from './row-cache.ts';
import type { Session } from './session.ts';
import { openSqliteFile, type SqliteDatabase } from './sqlite-driver.ts';
import { CHECKPOINT, SqliteSession } from './sqlite-session.ts';
import type { Store } from './store.ts';
import { nothingToAnnounce, type StoreOptions, type UnitFactory, unitFactory } from './unit-factory.ts';
import type { Reading, UnitOfWork } from './unit-of-work.ts';

/**
 * Opens (and brings up to date) the database in `path`, or one in memory for ':memory:'.
 * One connection writes; a second one reads what is committed, so that reading never waits for a commit.
 */
export async function openSqlite(path: string, options: StoreOptions): Promise<Store & { readonly session: Session }> {
  const cache = new RowCache();
  const writer = new SqliteSession(openSqliteFile(path), cache);
  try {
    await (path === ':memory:' ? makeSchemaInMemory(writer) : migrate(writer));
  } catch (error) {
    writer.close();
    throw error;
  }
  // A database in memory belongs to its connection: there, readers share it.
  const reader = path === ':memory:' ? undefined : new SqliteSession(openSqliteFile(path, { readOnly: true }), cache);
  const onError = options.onListenerError ?? (() => undefined);
  const checkpointer = path === ':memory:' ? undefined : new Checkpointer(path, onError);
  return new SqliteStore(writer, { reader, checkpointer, cache, ...options });
}

/** A store over a database in memory that has the tables of Botyard already; its one connection writes and reads. */
export function openMemory(database: SqliteDatabase, options: StoreOptions): Store {
  const cache = new RowCache();
  const writer = new SqliteSession(database, cache);
  return new SqliteStore(writer, { reader: undefined, checkpointer: undefined, cache, ...options });
}

interface Parts extends StoreOptions {
  readonly reader: SqliteSession | undefined;
  readonly checkpointer: Checkpointer | undefined;
  readonly cache: RowCache;
}

class SqliteStore implements Store {
  readonly session: SqliteSession;
  readonly #reader: SqliteSession | undefined;
  /** Sees what is committed, and refuses to write. */
  readonly #looking: Session;
  readonly #checkpointer: Checkpointer | undefined;
  readonly #queue: GroupCommit;
  readonly #writing: UnitFactory;
  readonly #reading: UnitFactory;
  readonly #announcements: Announcements;
  readonly #beforeCommit: (() => void)[] = [];
  #announced: Change[] = [];

  constructor(writer: SqliteSession, { reader, checkpointer, cache, ...options }: Parts) {
    this.session = writer;
    this.#reader = reader;
    this.#checkpointer = checkpointer;
    this.#announcements = new Announcements(options.onListenerError);
    this.#writing = unitFactory(writer, options, {
      announce: (change) => this.#announced.push(change),
      announceNow: (change) => this.#announcements.tell([change]),
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
    if (this.#canLook) return work(this.#reading());
    return this.#queue.run(() => work(this.#reading()));
  }

  writeWith<T>(work: (session: Session) => Promise<T> | T): Promise<T> {
    return this.#queue.run(() => work(this.session));
  }

  async readWith<T>(work: (session: Session) => Promise<T> | T): Promise<T> {
    return this.#canLook ? work(this.#looking) : this.#queue.run(() => work(this.#looking));
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
    }
  }
}
