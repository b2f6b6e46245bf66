import type { Compilable } from 'kysely';
import type { Dialect } from './dialect.ts';
import type { Builder, Statement } from './statement.ts';

/**
 * One connection as stores see it. SQLite answers at once and PostgreSQL later, so everything is awaited;
 * inside a unit of work nothing else may be awaited, or other people's units would wait for it.
 */
export interface Session {
  readonly dialect: Dialect;
  all<P, R>(statement: Statement<P, R>, params: P): R[] | Promise<R[]>;
  /**
   * The same for rows of tables that rarely change, each as what `make` makes of it: that may be kept until one of those
   * tables is written to, so everybody is given the same objects. `make` is the same at each call for a statement.
   */
  recall<P, R, T = R>(
    statement: Statement<P, R>,
    params: P,
    make?: (row: R) => T,
  ): readonly T[] | Promise<readonly T[]>;
  /** A query whose shape depends on its input (a list of ids, a filter): built on each call, so not on the send path. */
  query<R>(build: (db: Builder) => Compilable<R>): R[] | Promise<R[]>;
  /** What `make` makes of this connection, made at the first call: stores are asked for several times per event. */
  once<T>(make: (session: Session) => T): T;
  /** Calls `forget` before something is undone that was written on this connection: what is known of it may be wrong then. */
  onUndone(forget: () => void): void;
  /** Fixed text without parameters: schema and transaction control. */
  exec(sql: string): void | Promise<void>;
}

/** To be awaited, as what a session answers is; not a promise where none is needed, which is on every message's way. */
export function first<P, R>(
  session: Session,
  statement: Statement<P, R>,
  params: P,
): R | undefined | Promise<R | undefined> {
  return head(session.all(statement, params));
}

/** {@link Session.recall} of a single row. */
export function recalled<P, R, T = R>(
  session: Session,
  statement: Statement<P, R>,
  params: P,
  make?: (row: R) => T,
): T | undefined | Promise<T | undefined> {
  return head(session.recall(statement, params, make));
}

function head<R>(rows: readonly R[] | Promise<readonly R[]>): R | undefined | Promise<R | undefined> {
  return rows instanceof Promise ? rows.then((answer) => answer[0]) : rows[0];
}

/** Of each row what `make` makes of it; without that, the rows themselves. */
export function made<R, T = R>(rows: R[], make: ((row: R) => T) | undefined): readonly T[] {
  return make ? rows.map((row) => make(row)) : (rows as unknown as T[]);
}

/** The store could not take the write for now (full disk, locked file, lost connection): nothing was changed. */
export class StoreUnavailable extends Error {
  override readonly name: string = 'StoreUnavailable';
}

/** The store refused this very write (a constraint): the same call will be refused again. */
export class StoreRefused extends Error {
  override readonly name = 'StoreRefused';
}
