import type { Cause } from '#domain/cause.ts';
import type { Change } from '#domain/event.ts';
import type { Session } from './session.ts';
import type { Reading, UnitOfWork } from './unit-of-work.ts';

/** The database as the layers above see it. */
export interface Store {
  /**
   * Runs `work` as one unit and answers after it is on disk. What it throws undoes it and comes out again.
   * Inside, nothing but the unit's own stores may be awaited, and nothing else changed: it may have to run again, from its
   * beginning, for another unit that it met (PostgreSQL) or shared a commit with (SQLite).
   */
  write<T>(work: (unit: UnitOfWork) => Promise<T>, cause?: Cause): Promise<T>;
  /** Sees what is committed; what it writes is refused. */
  read<T>(work: (unit: Reading) => Promise<T>): Promise<T>;
  /** {@link read} without a promise where the database answers synchronously (SQLite): for what runs with every call and event. */
  readNow<T>(work: (unit: Reading) => Promise<T> | T): Promise<T> | T;
  /** For those who keep tables of their own (delivery): the same queue, the same commit, the same rules. */
  writeWith<T>(work: (session: Session) => Promise<T> | T): Promise<T>;
  readWith<T>(work: (session: Session) => Promise<T> | T): Promise<T>;
  /** Called after each commit with what its units announced. Must not wait. */
  onCommit(listener: (changes: readonly Change[]) => void): void;
  /** Called before units are committed together: a unit that is handed in now shares the commit. Only where units do that. */
  beforeCommit(listener: () => void): void;
  /** Has everything that was committed so far in the database file itself, and not only in a log beside it. */
  writeOut(): Promise<void>;
  /** Ends the current commit, folds the log into the file and closes it. */
  close(): Promise<void>;
}
