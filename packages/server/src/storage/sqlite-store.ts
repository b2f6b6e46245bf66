import type { Change } from '../domain/event.ts';
import { GroupCommit } from './group-commit.ts';
import { migrate } from './migrate.ts';
import { RowCache } from './row-cache.ts';
import type { Session } from './session.ts';
import { openSqliteFile } from './sqlite-driver.ts';
import { SqliteSession } from './sqlite-session.ts';
import type { Store } from './store.ts';
import { refuseToAnnounce, type StoreOptions, type UnitFactory, unitFactory } from './unit-factory.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/**
 * Opens (and brings up to date) the database in `path`, or one in memory for ':memory:'.
 * One connection writes; a second one reads what is committed, so that reading never waits for a commit.
 */
export async function openSqlite(path: string, options: StoreOptions): Promise<Store & { readonly session: Session }> {
  const cache = new RowCache();
  const writer = new SqliteSession(openSqliteFile(path), cache);
  try {
    await migrate(writer);
  } catch (error) {
    writer.close();
    throw error;
  }
  // A database in memory belongs to its connection: there, readers share it.
  const reader = path === ':memory:' ? undefined : new SqliteSession(openSqliteFile(path, { readOnly: true }), cache);
  return new SqliteStore(writer, reader, cache, options);
}

class SqliteStore implements Store {
  readonly session: SqliteSession;
  readonly #reader: SqliteSession | undefined;
  readonly #queue: GroupCommit;
  readonly #writing: UnitFactory;
  readonly #reading: UnitFactory;
  readonly #listeners: ((changes: readonly Change[]) => void)[] = [];
  #announced: Change[] = [];
  /** Units that read on the writers' connection just now. */
  #looking = 0;

  constructor(writer: SqliteSession, reader: SqliteSession | undefined, cache: RowCache, options: StoreOptions) {
    this.session = writer;
    this.#reader = reader;
    this.#writing = unitFactory(writer, options, (change) => this.#announced.push(change));
    this.#reading = unitFactory(reader ?? writer, options, refuseToAnnounce);
    this.#queue = new GroupCommit(writer, {
      begin: () => {
        this.#announced = [];
      },
      end: () => (this.#announced.length > 0 ? this.#announced : undefined),
      closed: () => cache.settle(),
      committed: (results) => {
        const changes = (results as Change[][]).flat();
        if (changes.length > 0) for (const listener of this.#listeners) listener(changes);
      },
    });
  }

  write<T>(work: (unit: UnitOfWork) => Promise<T>): Promise<T> {
    return this.#queue.run(() => work(this.#writing()));
  }

  read<T>(work: (unit: UnitOfWork) => Promise<T>): Promise<T> {
    return this.#look(() => work(this.#reading()));
  }

  writeWith<T>(work: (session: Session) => Promise<T> | T): Promise<T> {
    return this.#queue.run(() => work(this.session));
  }

  async readWith<T>(work: (session: Session) => Promise<T> | T): Promise<T> {
    return this.#look(async () => work(this.#reader ?? this.session));
  }

  /**
   * Reading beside the writers is safe on a connection of its own. On theirs it is while no transaction is open:
   * a unit awaits nothing but this store, so it is through before the next batch can begin.
   */
  #look<T>(work: () => Promise<T>): Promise<T> {
    if (this.#reader) return work();
    return this.#queue.isOpen ? this.#queue.run(() => this.#withoutWriting(work)) : this.#withoutWriting(work);
  }

  /** On the connection that can write: what the one of a file would refuse must not pass in memory. */
  async #withoutWriting<T>(work: () => Promise<T>): Promise<T> {
    if (this.#looking === 0) this.session.exec('pragma query_only = on');
    this.#looking += 1;
    try {
      return await work();
    } finally {
      this.#looking -= 1;
      if (this.#looking === 0) this.session.exec('pragma query_only = off');
    }
  }

  onCommit(listener: (changes: readonly Change[]) => void): void {
    this.#listeners.push(listener);
  }

  async close(): Promise<void> {
    await this.#queue.idle();
    this.#reader?.close();
    try {
      this.session.exec('pragma wal_checkpoint(truncate)');
    } finally {
      this.session.close();
    }
  }
}
